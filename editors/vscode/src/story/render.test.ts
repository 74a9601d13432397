import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Story } from '../protocol';
import { storyFile } from './file';
import { renderStory } from './render';

const english = (message: string, ...args: (string | number)[]) => message.replace('{0}', String(args[0]));
const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } };
const story: Story = {
  uri: 'file:///desk/story.md',
  version: 1,
  title: 'Ferries & <b>cranes</b>',
  emptyMessage: 'Nothing yet.',
  figures: [{ label: 'Words', value: '56' }],
  speakers: [
    {
      kind: 'person', label: '“Zoé" <script>alert(1)</script>', title: 'Minister', words: 8, share: 66.7, shareLabel: '67%',
      quotationCount: 2, description: '', firstAt: 12, range,
    },
  ],
  timeline: {
    uri: '', version: 1, summary: '', emptyMessage: '', readAsOf: null, unresolvedLabel: 'Without a day', unresolved: [],
    days: [{
      id: 'd', label: 'Monday, May 5, 2031', description: '',
      rows: [{ label: 'Minister denied it', description: 'Denied · on Monday', sentence: '', when: '', where: '', statusLabel: 'Denied', tooltip: '', status: 'denied', background: false, range }],
    }],
  },
  parties: [{ label: 'Zoé Ferranti', count: 1 }, { label: 'Malik Orsolo', count: 1 }],
  relations: [{ from: 0, to: 1, label: 'Ferranti met Orsolo', description: 'line 3', statusLabel: '', range }],
};

test('nothing that a draft says is markup', () => {
  const html = renderStory(story, english);
  assert.ok(!html.includes('<script') && !html.includes('<b>'), html);
  assert.ok(html.includes('Ferries &amp; &lt;b&gt;cranes&lt;/b&gt;'));
  assert.ok(!/ style=| on\w+=/.test(html), 'the policy allows no style and no script in the page');
});

test('each picture has words: a table, and an alternative', () => {
  const html = renderStory(story, english);
  assert.match(html, /role="img"[^>]*aria-label="[^"]*Zoé Ferranti → Malik Orsolo/);
  for (const svg of html.match(/<svg [^>]*>/g) ?? []) assert.match(svg, /role="img"|aria-hidden="true"/);
  assert.match(html, /<td><button [^>]*>Ferranti met Orsolo<\/button><\/td><td>Malik Orsolo<\/td>/);
});

test('a dashed arrow is explained where there is one', () => {
  const [relation] = story.relations;
  assert.ok(relation);
  const dashed = { ...story, relations: [{ ...relation, statusLabel: 'Planned' }] };
  assert.doesNotMatch(renderStory(story, english), /uncertain|dashed/);
  assert.match(renderStory(dashed, english), /<figcaption.*class="edge uncertain".*A dashed arrow is planned, possible or denied/);
});

test('the file to keep runs nothing and needs nothing', () => {
  const file = storyFile(story.title, renderStory(story, english), 'body { margin: 0 }');
  assert.ok(!/<script|<button|https?:|src=|<link/.test(file), file);
  assert.match(file, /<title>Ferries &amp; /);
});

test('an empty draft says so', () => {
  const empty = { ...story, speakers: [], parties: [], relations: [], timeline: { ...story.timeline, days: [] } };
  assert.match(renderStory(empty, english), /Nothing yet\./);
});
