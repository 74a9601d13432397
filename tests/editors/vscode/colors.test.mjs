// The colors of a story in light, dark and high contrast: of the panel, and of what is said in the draft. Reads the environment: VSIX,
// SERVER (the program).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import * as asks from './asks.mjs';
import { contrast, isAlarming } from './colors.mjs';
import { OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { startWorkbench } from './workbench.mjs';

const sample = join(import.meta.dirname, '../../../editors/vscode/walkthrough/sample.md');
const THEMES = [
  ['Light 2026', '33-light'], ['Dark 2026', '33-dark'], ['Light Modern', '33-light-modern'], ['Dark Modern', '33-dark-modern'],
  ['Default High Contrast', '34-contrast'], ['Default High Contrast Light', '35-contrast-light'],
];
/** What WCAG 2 asks of text, and of shapes. */
const TEXT = 4.5;
const SHAPE = 3;

test('colors are compared as they are seen', () => {
  assert.equal(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)'), 21);
  assert.ok(Math.abs(contrast('rgba(0, 0, 0, 0.5)', 'color(srgb 1 1 1)') - 3.98) < 0.05);
  assert.ok(isAlarming('rgb(207, 34, 46)') && isAlarming('rgb(255, 123, 114)') && !isAlarming('rgb(121, 94, 38)'));
});

describe('the colors of a story', () => {
  let window, page, ask, panel;
  before(async () => {
    window = await startWorkbench({ draft: sample, vsix, machineSettings: { 'copydesk.server.path': server } });
    ({ page, ask } = window);
    panel = page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    await ask(asks.findings, window.file, 4);
    await window.command('copydesk: Show story at a glance');
    await panel.locator('svg[role=img]').waitFor();
  }, OPENING);
  after(() => window?.stop());

  for (const [theme, name] of THEMES) {
    see(`the panel can be read in ${theme}`, () => window, async () => {
      await ask(asks.set, 'workbench.colorTheme', theme);
      await panel.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      // The page is drawn again once it has the new colors.
      const ground = () => panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
      await waitUntil(async () => (await ground()) === (await groundOf(page)), 'the page has the ground of the editor');
      const seen = await panel.locator('body').evaluate(colorsOfPanel);
      const weak = [
        ...Object.entries(seen.texts).filter(([, color]) => contrast(color, seen.ground) < TEXT),
        ...Object.entries(seen.shapes).filter(([, color]) => contrast(color, seen.ground) < SHAPE),
      ];
      assert.deepEqual(weak, [], `on ${seen.ground}`);
      await window.picture(name);
    });

    see(`what is said is calm in ${theme}`, () => window, async () => {
      const color = (words) => page.locator('.editor-instance .view-line span[class*=mtk]', { hasText: words }).first()
        .evaluate((word) => getComputedStyle(word).color);
      const plain = () => color(/the.minister.but/);
      // The colors of words come a moment after those of the window.
      await waitUntil(async () => (await color(/^said$/)) !== (await plain()) && (await plain()) !== (await groundOf(page)), 'it has colors');
      const ground = await groundOf(page);
      for (const words of [/^said$/, /^Zoé.Ferranti$/, /^Monday$/]) {
        const found = await color(words);
        assert.ok(contrast(found, ground) >= TEXT, `${words} ${found} on ${ground}`);
        assert.ok(!isAlarming(found), `${words} ${found}`);
      }
    });
  }
});

function groundOf(page) {
  return page.locator('.editor-instance .monaco-editor-background').first().evaluate((editor) => getComputedStyle(editor).backgroundColor);
}

/** What the page is drawn in, as it is seen. Runs in the page. */
function colorsOfPanel() {
  const style = (selector, part) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`there is no ${selector}`);
    return getComputedStyle(found, part);
  };
  const edge = style('.edge');
  const [red, green, blue] = edge.stroke.match(/[\d.]+/g);
  return {
    ground: style('body').backgroundColor,
    texts: {
      headline: style('h1').color, heading: style('h2').color, small: style('header .quiet').color, name: style('.speakers button').color,
      number: style('.speakers td').color, figure: style('.figures dt').color, status: style('.status').color,
      legend: style('.legend').color, graph: style('.graph text').fill,
    },
    shapes: {
      bar: style('.bar').fill, group: style('.group .bar').fill, tick: style('.tick').fill, day: style('.day', '::before').backgroundColor,
      node: style('.node').fill, head: style('.head').fill, edge: `rgba(${red}, ${green}, ${blue}, ${edge.strokeOpacity})`,
    },
  };
}
