// The German texts are complete, and name nothing that is gone.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const gaps = (message: string) => (message.match(/\{\d\}/g) ?? []).sort();

test('every message of the code is in the bundle', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const code = sources.map((name) => readFileSync(join('src', name), 'utf8')).join('\n');
  const used = [...code.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map((found) => found[1] ?? '');
  const bundle = json('l10n/bundle.l10n.de.json');
  assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
  for (const [english, german] of Object.entries(bundle)) assert.deepEqual(gaps(german), gaps(english), english);
});

test('every text of the manifest is there in both languages', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const used = [...new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map((found) => found[1] ?? ''))].sort();
  for (const file of ['package.nls.json', 'package.nls.de.json']) assert.deepEqual(Object.keys(json(file)).sort(), used, file);
});
