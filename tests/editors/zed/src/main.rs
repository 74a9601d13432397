//! Makes a component of the extension for Zed, as Zed itself does it, and checks it against the interface that Zed has for extensions.
//!
//!     copydesk-zed-component MODULE.wasm FOLDER_OF_WIT COMPONENT.wasm

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use wasi_preview1_component_adapter_provider::{
    WASI_SNAPSHOT_PREVIEW1_ADAPTER_NAME as WASI, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER,
};
use wit_component::ComponentEncoder;
use wit_parser::Resolve;

/// What the extension needs of WASI, so that a component of it asks for nothing but what the interface has. Nothing here is called.
const NO_WASI: &str = r#"(module
    (func (export "random_get") (param i32 i32) (result i32) unreachable)
    (func (export "environ_get") (param i32 i32) (result i32) unreachable)
    (func (export "environ_sizes_get") (param i32 i32) (result i32) unreachable)
    (func (export "fd_write") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "proc_exit") (param i32) unreachable))"#;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, interface, out] = &arguments[..] else {
        bail!("usage: copydesk-zed-component MODULE.wasm FOLDER_OF_WIT COMPONENT.wasm");
    };
    let module = fs::read(module).with_context(|| module.display().to_string())?;
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_dir(interface)?;
    let world = resolve.select_world(&[package], Some("extension"))?;
    let alone = component(&module, &wat::parse_str(NO_WASI)?)?;
    wit_component::targets(&resolve, world, &alone, false).context("the component is none of the interface")?;
    println!("PASS: the component has the interface of {}", interface.display());
    fs::write(out, component(&module, WASI_SNAPSHOT_PREVIEW1_REACTOR_ADAPTER)?)?;
    Ok(())
}

/// A component with something in the place of WASI. It is validated.
fn component(module: &[u8], wasi: &[u8]) -> Result<Vec<u8>> {
    ComponentEncoder::default()
        .validate(true)
        .module(module)?
        .adapter(WASI, wasi)?
        .encode()
}
