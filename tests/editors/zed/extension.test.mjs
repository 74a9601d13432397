// The extension for Zed as a component, in the place of Zed: what it answers when Zed asks how to start the server.
//   ZED=FOLDER node --test extension.test.mjs    (FOLDER has component.wasm, and jco in node_modules)
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.env.ZED);
const require = createRequire(join(folder, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { transpile } = await load('@bytecodealliance/jco-transpile');
const { WASIShim } = await load('@bytecodealliance/preview2-shim/instantiation');

const out = join(folder, 'component');
rmSync(out, { recursive: true, force: true });
const { files } = await transpile(join(folder, 'component.wasm'), { name: 'extension', instantiation: 'async', outDir: out });
for (const [file, content] of Object.entries(files)) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
const { instantiate } = await import(pathToFileURL(join(out, 'extension.js')).href);

const SETTINGS = { rules: { 'doubled-word': 'error' } };

/** A folder in Zed, on a machine with some programs. */
class Worktree {
  constructor(programs) { this.programs = programs; }
  id() { return 1n; }
  which(name) { return this.programs[name]; }
  shellEnv() { return [['LANG', 'C.UTF-8']]; }
}
class Other {}

async function extension() {
  const asked = [];
  const host = {
    ...new WASIShim().getImportObject(),
    worktree: { default: Worktree },
    project: { default: Other },
    'key-value-store': { default: Other },
    'get-settings': {
      default: (_location, category, key) => {
        asked.push(`${category} ${key}`);
        return JSON.stringify({ binary: null, initialization_options: null, settings: SETTINGS });
      },
    },
  };
  const made = await instantiate((file) => WebAssembly.compile(readFileSync(join(out, file))), host);
  made.initExtension();
  return { made, asked };
}

test('the program on PATH is started', async () => {
  const { made } = await extension();
  const command = made.languageServerCommand('copydesk', new Worktree({ copydesk: '/bin/copydesk' }));
  assert.deepEqual(command, { command: '/bin/copydesk', args: ['lsp'], env: [['LANG', 'C.UTF-8']] });
});

test('where there is none, a message says what to do', async () => {
  const { made } = await extension();
  assert.throws(() => made.languageServerCommand('copydesk', new Worktree({})), (error) => {
    assert.match(String(error.payload ?? error), /“copydesk” was not found\. Install it/);
    return true;
  });
});

test('the settings of Zed reach the server', async () => {
  const { made, asked } = await extension();
  const worktree = new Worktree({});
  assert.deepEqual(JSON.parse(made.languageServerInitializationOptions('copydesk', worktree)), SETTINGS);
  assert.deepEqual(JSON.parse(made.languageServerWorkspaceConfiguration('copydesk', worktree)), { copydesk: SETTINGS });
  assert.deepEqual(asked, ['lsp copydesk', 'lsp copydesk']);
});
