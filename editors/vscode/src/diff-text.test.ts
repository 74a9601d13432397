import assert from 'node:assert/strict';
import { test } from 'node:test';

import { diffText } from './diff-text';

const head = { uri: 'file:///desk/story.md', title: 'HEAD:story.md → story.md', summary: '2 changes', emptyMessage: 'Nothing changed.' };

test('each change is a line whose place leads into the draft', () => {
  const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 20 } };
  const changes = [
    { change: 'added' as const, sign: '+', place: 'paragraph 3', label: 'Ana Tull: “The water is deep,”', range },
    { change: 'removed' as const, sign: '-', place: 'headline', label: 'Zoé Ferranti: “No,”', range: null },
  ];
  const { text, links } = diffText({ ...head, topics: [{ label: 'Quotations', changes }] });
  const lines = text.split('\n');
  assert.deepEqual(lines, [
    'HEAD:story.md → story.md',
    '2 changes',
    '',
    'Quotations',
    '+ paragraph 3: Ana Tull: “The water is deep,”',
    '- headline: Zoé Ferranti: “No,”',
    '',
  ]);
  assert.deepEqual(links, [{ line: 4, from: 2, to: 13, target: range }]);
  assert.equal(lines[4]?.slice(2, 13), 'paragraph 3');
});

test('a draft without changes says so', () => {
  assert.deepEqual(diffText({ ...head, topics: [] }), { text: 'HEAD:story.md → story.md\nNothing changed.\n', links: [] });
});
