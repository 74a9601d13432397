// The form for the levels of rules has the rules that there are. The schema next to it is the program's own.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('the settings list every rule, with what it finds', () => {
  const published = ['schemas', '../../docs/schema'].find((folder) => existsSync(folder));
  const schema = JSON.parse(readFileSync(`${published}/copydesk.schema.json`, 'utf8'));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const pages = manifest.contributes.configuration as { properties: Record<string, { properties?: Record<string, { description: string }> }> }[];
  const form = pages.map((page) => page.properties['copydesk.rules']?.properties).find(Boolean) ?? {};
  const summaries = (rules: Record<string, { description: string }>) =>
    Object.fromEntries(Object.entries(rules).map(([code, { description }]) => [code, description]));
  assert.deepEqual(summaries(form), summaries(schema.properties.rules.properties));
});
