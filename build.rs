//! Digests the sources, so that every output can say which program made it. It does nothing else.
//!
//! The digest is that of the sources and not of the binary: the same sources find the same things on every machine.

#![allow(clippy::print_stdout, reason = "cargo reads what a build script prints")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let mut files = vec![PathBuf::from("Cargo.lock")];
    collect(Path::new("src"), &mut files)?;
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        // A package that is built on its own has no lock file.
        let Ok(bytes) = fs::read(&file) else { continue };
        // Git may write line ends as the system has them.
        let bytes: Vec<u8> = bytes.into_iter().filter(|&byte| byte != b'\r').collect();
        hash.update(file.to_string_lossy().replace('\\', "/"));
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(&bytes);
    }
    let digest: String = hash
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env=COPYDESK_SOURCES={digest}");
    Ok(())
}

/// All files below a folder but the weights, which have a digest of their own.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_none_or(|extension| extension != "bin") {
            files.push(path);
        }
    }
    Ok(())
}
