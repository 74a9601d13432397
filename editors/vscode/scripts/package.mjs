// Makes the packages of the extension: one that runs the `copydesk` on PATH, and one for each program that is given.
//
//   node editors/vscode/scripts/package.mjs OUT [--pre-release] [--any-size] [--pictures ADDRESS] [--schemas ADDRESS] [PLATFORM=PROGRAM...]
//   node editors/vscode/scripts/package.mjs target/vscode linux-x64=target/release/copydesk
//
// PLATFORM is one that VS Code knows, such as linux-x64, darwin-arm64 or win32-x64. OUT then has copydesk.vsix and
// copydesk-PLATFORM.vsix, of 12 MB at most unless --any-size says otherwise. Nothing is published; only npm downloads, what the lock
// file names.
//
// VS Code and marketplaces show pictures of a README from an address of the web only, and not from the package; those of the first steps
// are in the package. The ADDRESS of the pictures is that of the folder docs/pictures, beginning with https; without it the README of the
// package has none. The schemas are in the package, but Even Better TOML reads them only from the web, too: their ADDRESS is that of the
// folder docs/schema.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const LIMIT = 12 * 1024 * 1024;
const PARTS = [
  'src', 'media', 'language', 'syntaxes', 'snippets', 'walkthrough', 'l10n', 'package.json', 'package.nls.json', 'package.nls.de.json',
  'package-lock.json', 'tsconfig.json', '.vscodeignore', 'README.md', 'LICENSE', 'CHANGELOG.md',
];
/** What the first steps show. */
const PICTURES = ['attribution.webp', 'sources.webp'];

const source = resolve(import.meta.dirname, '..');
const root = resolve(source, '../..');
const USAGE = 'usage: package.mjs OUT [--pre-release] [--any-size] [--pictures ADDRESS] [--schemas ADDRESS] [PLATFORM=PROGRAM...]';
const { values: options, positionals: [out, ...programs] } = read(process.argv.slice(2));
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
if (!out || programs.some((argument) => !/^[a-z0-9]+-[a-z0-9]+=./.test(argument))) refuse();
const preRelease = options['pre-release'];

const stage = resolve(out);
const run = (program, args) => execFileSync(program, args, { cwd: stage, stdio: 'inherit', shell: process.platform === 'win32' });

mkdirSync(stage, { recursive: true });
for (const part of PARTS) {
  rmSync(join(stage, part), { recursive: true, force: true });
  cpSync(join(source, part), join(stage, part), { recursive: true });
}
// The version is that of the program, and the schemas are those that it checks with.
const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'));
manifest.version = /^version = "([^"]+)"/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1];
for (const schema of manifest.contributes.tomlValidation) {
  if (options.schemas) schema.url = `${options.schemas.replace(/\/$/, '')}/${basename(schema.url)}`;
}
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(stage, 'README.md'), withPictures(readFileSync(join(source, 'README.md'), 'utf8'), options.pictures));
for (const name of PICTURES) cpSync(join(root, 'docs/pictures', name), join(stage, 'walkthrough', name));
rmSync(join(stage, 'schemas'), { recursive: true, force: true });
// The others are of what the program writes.
for (const name of ['actors.schema.json', 'copydesk.schema.json']) cpSync(join(root, 'docs/schema', name), join(stage, 'schemas', name));

const lock = readFileSync(join(stage, 'package-lock.json'), 'utf8');
const stamp = join(stage, 'node_modules/.installed-from');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}
for (const made of ['dist', 'bin']) rmSync(join(stage, made), { recursive: true, force: true });
run('npm', ['run', '--silent', 'check']);
run('npm', ['run', '--silent', 'build']);

make('copydesk.vsix', []);
for (const argument of programs) {
  const [platform, program] = argument.split('=');
  const name = platform.startsWith('win32') ? 'copydesk.exe' : 'copydesk';
  mkdirSync(join(stage, 'bin'), { recursive: true });
  copyFileSync(program, join(stage, 'bin', name));
  chmodSync(join(stage, 'bin', name), 0o755);
  make(`copydesk-${platform}.vsix`, ['--target', platform]);
  rmSync(join(stage, 'bin'), { recursive: true });
}

function make(file, target) {
  rmSync(join(stage, file), { force: true });
  const channel = preRelease ? ['--pre-release'] : [];
  run('npx', ['--no-install', 'vsce', 'package', '--no-dependencies', '--allow-missing-repository', ...channel, ...target, '--out', file]);
  const size = statSync(join(stage, file)).size;
  console.log(`${basename(file)}: ${(size / 1024 / 1024).toFixed(1)} MB`);
  if (size > LIMIT && !options['any-size']) {
    console.error(`${file} is larger than ${LIMIT / 1024 / 1024} MB; was the program built with --release?`);
    process.exit(1);
  }
}

/** The README with the addresses of its pictures, or without pictures. */
function withPictures(readme, address) {
  return readme.replace(/!\[([^\]]*)\]\(\.\.\/\.\.\/docs\/pictures\/([\w-]+\.webp)\)\n\n/g, (_, words, name) =>
    (address ? `![${words}](${address.replace(/\/$/, '')}/${name})\n\n` : ''));
}

function read(args) {
  try {
    const flag = { type: 'boolean' };
    const text = { type: 'string' };
    const known = { help: { ...flag, short: 'h' }, 'pre-release': flag, 'any-size': flag, pictures: text, schemas: text };
    return parseArgs({ args, allowPositionals: true, options: known });
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(reason) {
  console.error(reason ? `${reason}\n${USAGE}` : USAGE);
  process.exit(2);
}
