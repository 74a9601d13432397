// Makes the npm package @copydesk/core and the page that runs it in a browser.
//
//   node packaging/wasm/build.mjs OUT
//
// OUT/package is the npm package, OUT/page a folder for any web server. It needs the standard library of wasm32-unknown-unknown: from
// rustup (`rustup target add wasm32-unknown-unknown`), or built from its sources as Debian has them (packages rustc-web, cargo-web,
// rust-web-src and lld-19). Nothing is published.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const TARGET = 'wasm32-unknown-unknown';
const USAGE = 'usage: build.mjs OUT';
const here = import.meta.dirname;

const { values: { help }, positionals: [out] } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
if (help || !out) {
  (help ? console.log : console.error)(USAGE);
  process.exit(help ? 0 : 2);
}

const built = resolve(out, 'target');
const common = ['build', '--locked', '--release', '--target', TARGET, '--target-dir', built, '--manifest-path', join(here, 'Cargo.toml')];
if (hasLibrary()) {
  execFileSync('cargo', common, { stdio: 'inherit' });
} else {
  const linker = debianLinker();
  if (!linker) {
    console.error(`the standard library of ${TARGET} is missing: run \`rustup target add ${TARGET}\`, or install Debian's rustc-web, cargo-web, rust-web-src and lld-19`);
    process.exit(1);
  }
  // To build the standard library is marked as unstable, which the variable allows.
  const env = { ...process.env, RUSTC: '/usr/bin/rustc', RUSTC_BOOTSTRAP: '1', RUSTFLAGS: `-Clinker=${linker}` };
  execFileSync('/usr/bin/cargo', [...common, '-Zbuild-std=std,panic_abort'], { stdio: 'inherit', env });
}

const module = join(built, TARGET, 'release/copydesk_wasm.wasm');
const version = /^version = "([^"]+)"/m.exec(readFileSync(join(here, '../../Cargo.toml'), 'utf8'))[1];
for (const part of ['package', 'page']) {
  const folder = resolve(out, part);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(here, part), folder, { recursive: true });
  cpSync(module, join(folder, 'copydesk.wasm'));
}
cpSync(join(here, 'package/index.js'), resolve(out, 'page/index.js'));
const manifest = { ...JSON.parse(readFileSync(join(here, 'package/package.json'), 'utf8')), version };
writeFileSync(resolve(out, 'package/package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`copydesk.wasm: ${(statSync(module).size / 1024 / 1024).toFixed(1)} MB`);

/** Whether the compiler in use has the library of the target. */
function hasLibrary() {
  try {
    const folder = execFileSync('rustc', ['--print', 'target-libdir', '--target', TARGET], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return existsSync(folder) && readdirSync(folder).some((file) => /^libstd-.*\.rlib$/.test(file));
  } catch {
    return false;
  }
}

/** The linker to use with Debian's compiler, where the sources of the library are installed. */
function debianLinker() {
  if (!existsSync('/usr/lib/rustlib/src/rust/library/std') || !existsSync('/usr/bin/cargo')) return undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const has = (name) => folders.some((folder) => existsSync(join(folder, name)));
  return ['wasm-ld', 'wasm-ld-22', 'wasm-ld-19'].find(has);
}
