// The schemas that the manifest offers to extensions for TOML are there, and are those of the newsroom's files.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

import { NEWSROOM_FILES } from './languages';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const offered: { fileMatch: string; url: string }[] = manifest.contributes.tomlValidation;

test('each of the newsroom’s files has its schema', () => {
  assert.deepEqual(offered.map(({ fileMatch }) => fileMatch), NEWSROOM_FILES);
  for (const { fileMatch, url } of offered) {
    const name = basename(url);
    assert.equal(name, fileMatch.replace('.toml', '.schema.json'));
    // In the package, or in the repository, from which the package has them.
    const file = [`schemas/${name}`, `../../docs/schema/${name}`].find((one) => existsSync(one));
    assert.ok(file, name);
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal(schema.title, { 'copydesk.toml': 'copydesk configuration', 'actors.toml': 'copydesk actor file' }[fileMatch]);
  }
});
