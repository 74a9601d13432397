// What `locate` finds on machines made up for each test.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, test } from 'node:test';

import { locate } from './locate';

const machine = mkdtempSync(join(tmpdir(), 'copydesk-locate-'));
after(() => rmSync(machine, { recursive: true, force: true }));

const program = (...name: string[]) => {
  const file = join(machine, ...name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '', { mode: 0o755 });
  return file;
};
const bare = join(machine, 'bare-extension');
const full = join(machine, 'full-extension');
const bundled = program('full-extension', 'bin', 'copydesk');
const onPath = program('tools', 'copydesk');
const chosen = program('home', 'desk', 'copydesk');
writeFileSync(join(machine, 'notes.txt'), 'not a program', { mode: 0o644 });

const ask = (setting: string, extensionFolder: string, path: string) =>
  locate({ setting, extensionFolder, path, homeFolder: join(machine, 'home'), windows: false });
const tools = [join(machine, 'empty'), dirname(onPath)].join(delimiter);

test('the setting comes first', () => {
  assert.deepEqual(ask(chosen, full, tools), { found: true, program: chosen, from: 'setting' });
  assert.deepEqual(ask(' ~/desk/copydesk ', full, tools), { found: true, program: chosen, from: 'setting' });
});

test('a bundled copy comes before PATH', () => {
  assert.deepEqual(ask('', full, tools), { found: true, program: bundled, from: 'bundled' });
});

test('PATH comes last', () => {
  assert.deepEqual(ask('', bare, tools), { found: true, program: onPath, from: 'path' });
});

test('a setting that leads nowhere is reported, not ignored', () => {
  for (const setting of ['desk/copydesk', join(machine, 'missing'), join(machine, 'notes.txt'), join(machine, 'tools')]) {
    const problem = setting.startsWith('/') ? 'no program' : 'relative';
    assert.deepEqual(ask(setting, full, tools), { found: false, problem, setting });
  }
});

test('folders on PATH that are not absolute are passed over', () => {
  const before = process.cwd();
  process.chdir(machine);
  try {
    assert.equal(ask('', bare, ['', '.', 'tools'].join(delimiter)).found, false);
  } finally {
    process.chdir(before);
  }
});

test('there may be none', () => {
  assert.deepEqual(ask('', bare, ''), { found: false, problem: 'missing', setting: '' });
});
