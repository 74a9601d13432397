// The npm package in Node: text in, facts and findings out, without a platform.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { WASM } = process.env;
const { load } = await import(pathToFileURL(join(WASM, 'package/index.js')));
const TEXT = 'The pier was full. “Nobody told us anything about the ferry at all.”\n\n'
  + 'Mayor Ana Kovač spoke in the the harbor. “We met twice,” Kovač said on Monday.\n';

test('the module needs nothing from outside', async () => {
  const module = await WebAssembly.compile(readFileSync(join(WASM, 'package/copydesk.wasm')));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test('a draft says who speaks and what is wrong', async () => {
  const analyse = await load();
  const facts = analyse(TEXT, { offsets: 'utf16', reference_date: '2031-05-07' });
  assert.equal(facts.quotes[1].speaker.resolved, 'Ana Kovač');
  assert.equal(facts.times[0].value, '2031-05-05');
  const found = facts.findings.map(({ code, start, end }) => [code, TEXT.slice(start, end)]);
  assert.deepEqual(found, [
    ['unattributed-quote', '“Nobody told us anything about the ferry at all.”'], ['doubled-word', 'the'],
  ]);
});

test('drafts do not know of each other, and memory is given back', async () => {
  const analyse = await load();
  const first = JSON.stringify(analyse(TEXT));
  for (let left = 200; left > 0; left--) analyse(`${'“We met,” Ana Kovač said. '.repeat(20)}\n`);
  assert.equal(JSON.stringify(analyse(TEXT)), first);
});

test('a setting that there is not is an error in words, and the next text is read', async () => {
  const analyse = await load();
  assert.throws(() => analyse(TEXT, { format: 'pdf' }), /pdf/);
  assert.throws(() => analyse(TEXT, { offsets: 3 }), /the settings cannot be read/);
  assert.equal(analyse('').quotes.length, 0);
});
