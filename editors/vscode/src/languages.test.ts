import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { isDraftNamed, LANGUAGES } from './languages';

// The tests run bundled, in a folder next to the manifest.
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('what a document is called says whether it is a draft', () => {
  assert.ok(isDraftNamed('html', 'file', '/desk/story.html'));
  assert.ok(isDraftNamed('plaintext', 'untitled', 'Untitled-1'));
  assert.ok(!isDraftNamed('plaintext', 'file', '/desk/copydesk.toml'));
  assert.ok(!isDraftNamed('plaintext', 'file', '/desk/story.notes.txt'));
  assert.ok(isDraftNamed('markdown', 'file', '/desk/notes.md'));
  assert.ok(!isDraftNamed('markdown', 'git', '/desk/story.md'));
  assert.ok(!isDraftNamed('javascript', 'file', '/desk/chart.js'));
});

test('the manifest names the same languages wherever it names any', () => {
  const started = manifest.activationEvents.filter((event: string) => event.startsWith('onLanguage:'));
  assert.deepEqual(started, LANGUAGES.map((language) => `onLanguage:${language}`));
  assert.deepEqual(manifest.contributes.snippets.map((one: { language: string }) => one.language), LANGUAGES);
  const whens: string[] = Object.values(manifest.contributes.menus).flat().map((item) => (item as { when?: string }).when ?? '');
  const lists = whens.flatMap((when) => [...when.matchAll(/resourceLangId =~ \/\^\((.*?)\)\$\//g)]).map((found) => found[1]);
  assert.ok(lists.length > 0);
  for (const list of lists) assert.deepEqual(list?.split('|'), LANGUAGES);
});
