// What an editor looks at in a real VS Code: sources, timeline and the story at a glance, in light, dark and high contrast; a long
// draft; settings that change. Reads the environment: VSIX, SERVER (the program).
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { networkSockets, running } from './processes.mjs';
import { startWorkbench } from './workbench.mjs';

const sample = join(import.meta.dirname, '../../../editors/vscode/walkthrough/sample.md');
const paragraph = 'The ferry of Calder Bay sails at six, and the harbor master counts the cars on the quay every morning.\n\n';
const long = `# A long season\n\nThe the ferry sails.\n\n${paragraph.repeat(Math.ceil(700_000 / paragraph.length))}`;

describe('a story at a glance', () => {
  let window, page, ask, panel, rows;
  const file = (name) => join(window.workspace, name);
  before(async () => {
    const files = { 'long.md': long };
    window = await startWorkbench({ draft: sample, vsix, files, machineSettings: { 'copydesk.server.path': server } });
    ({ page, ask } = window);
    panel = page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    rows = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row');
    await ask(asks.findings, window.file, 4);
  }, OPENING);
  after(() => window?.stop());

  see('groups without a name come first, with a badge', () => window, async () => {
    await window.command('copydesk: Focus on Sources View');
    await rows.filter({ hasText: 'Unattributed' }).first().waitFor();
    const first = async () => (await rows.locator('.label-name').allInnerTexts()).filter((text) => !/“/.test(text));
    await waitUntil(async () => (await first()).length >= 4, 'all sources are there');
    assert.deepEqual((await first()).slice(0, 2), ['Unattributed', 'Anonymous']);
    await page.locator('.activitybar .badge-content', { hasText: '1' }).first().waitFor();
    await window.picture('30-sources');
  });

  see('sources are filtered, and all are shown again', () => window, async () => {
    await window.commandThatAsks('copydesk: Filter sources');
    await window.answer('orsolo');
    await rows.filter({ hasText: 'Zoé Ferranti' }).first().waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'Malik Orsolo' }).first().waitFor();
    await window.picture('31-filtered');
    await window.command('copydesk: Show all sources');
    await rows.filter({ hasText: 'Zoé Ferranti' }).first().waitFor();
  });

  see('sources are sorted by name', () => window, async () => {
    await window.commandThatAsks('copydesk: Sort sources');
    await window.answer('By name');
    const people = async () => (await rows.locator('.label-name').allInnerTexts()).filter((name) => /^(Malik|Zoé)/.test(name));
    await waitUntil(async () => (await people()).join() === 'Malik Orsolo,Zoé Ferranti', 'they are in order');
  });

  see('the list of sources is copied as text', () => window, async () => {
    await ask(asks.run, 'copydesk.sources.copy');
    const copied = await waitUntil(() => ask(async (vscode) => vscode.env.clipboard.readText()), 'something is on the clipboard');
    assert.match(copied, /\| Zoé Ferranti \|/);
  });

  see('the panel shows who speaks, when, and who with whom', () => window, async () => {
    await window.command('copydesk: Show story at a glance');
    await panel.locator('h1', { hasText: 'Ferries of Calder Bay to run again' }).waitFor();
    await panel.locator('.speakers th', { hasText: 'Malik Orsolo' }).waitFor();
    await panel.locator('.timeline h3', { hasText: 'Thursday, May 8, 2031' }).waitFor();
    await panel.locator('svg[role=img]').waitFor();
    await window.command('View: Close Primary Side Bar').catch(() => {});
    await page.waitForTimeout(500);
    await window.picture('32-story');
    await panel.locator('svg[role=img]').scrollIntoViewIfNeeded();
    await window.picture('32-story-graph');
    assert.deepEqual(window.refused, [], 'the page asked for nothing that its policy refuses');
  });

  see('a name in the panel leads to the words, by keyboard', () => window, async () => {
    const name = panel.locator('.speakers button', { hasText: 'Malik Orsolo' });
    await name.focus();
    await page.keyboard.press('Enter');
    await waitUntil(() => ask(async (vscode) => {
      const { selection, document } = vscode.window.activeTextEditor ?? {};
      return selection ? document.getText(selection).includes('We signed for a year') : false;
    }), 'the quotation is selected');
  });

  see('the panel follows the draft', () => window, async () => {
    await ask(async (vscode) => {
      const editor = vscode.window.activeTextEditor;
      const at = editor.document.positionAt(editor.document.getText().indexOf('Ferries of Calder'));
      await editor.edit((edit) => edit.insert(at, 'All '));
    });
    await panel.locator('h1', { hasText: 'All Ferries of Calder Bay' }).waitFor();
    await ask(asks.undo);
  });

  see('the story is exported as a file that needs nothing else', () => window, async () => {
    await ask(asks.pointAt, window.file, 'Ferries');
    await window.commandThatAsks('copydesk: Export story at a glance');
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ state: 'visible' });
    await waitUntil(async () => /story\.html$/.test(await input.inputValue()), 'a name is offered');
    await page.keyboard.press('Enter');
    const made = window.file.replace(/\.md$/, '.story.html');
    await waitUntil(() => existsSync(made) && /<\/html>/.test(readFileSync(made, 'utf8')), 'the file is there');
    assert.ok(!/<script|https?:|<link/.test(readFileSync(made, 'utf8')));
  });

  for (const [theme, name] of [
    ['Default Dark Modern', '33-dark'], ['Default High Contrast', '34-contrast'], ['Default High Contrast Light', '35-contrast-light'],
  ]) {
    see(`it can be read in ${theme}`, () => window, async () => {
      await ask(asks.set, 'workbench.colorTheme', theme);
      await page.waitForTimeout(1500);
      const seen = await panel.locator('.bar').first().evaluate((bar) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return { bar: getComputedStyle(bar).fill, ink: getComputedStyle(document.querySelector('h1')).color, ground };
      });
      assert.notEqual(seen.bar, seen.ground);
      assert.notEqual(seen.ink, seen.ground);
      await window.picture(name);
    });
  }

  see('the first steps open, and the sample draft', () => window, async () => {
    await ask(asks.set, 'workbench.colorTheme', null);
    await ask(asks.run, 'workbench.action.closeAllEditors');
    await ask(asks.run, 'copydesk.openWalkthrough');
    await page.locator('.gettingStartedContainer', { hasText: 'Open a sample draft' }).first().waitFor();
    await page.waitForTimeout(1000);
    await window.picture('37-first-steps');
    await ask(asks.run, 'copydesk.openSample');
    const codes = await waitUntil(() => ask(async (vscode) => {
      const found = vscode.languages.getDiagnostics(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.file('/'));
      return found.length >= 4 && found.map(({ code }) => code.value ?? code).sort();
    }), 'the sample has its findings');
    assert.deepEqual(codes, ['doubled-word', 'name-variant', 'placeholder-left', 'unattributed-quote']);
  });

  see('the status bar has a menu', () => window, async () => {
    await page.locator('.statusbar-item', { hasText: 'copydesk:' }).first().click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Don’t check this file' }).waitFor();
    await window.picture('38-menu');
    await page.keyboard.press('Escape');
  });

  see('a setting counts without a restart', () => window, async () => {
    await ask(asks.set, 'workbench.colorTheme', null);
    await ask(asks.pointAt, window.file, 'the pier');
    await ask(asks.findings, window.file, 4);
    await ask(asks.set, 'copydesk.rules', { 'doubled-word': 'error', 'name-variant': 'off' });
    await waitUntil(() => ask(async (vscode, path) => {
      const found = vscode.languages.getDiagnostics(vscode.Uri.file(path));
      const level = (code) => found.find((one) => (one.code?.value ?? one.code) === code)?.severity;
      return level('doubled-word') === 0 && level('name-variant') === undefined;
    }, window.file), 'the levels are those of the settings');
  });

  see('levels of rules are a form in the settings', () => window, async () => {
    await ask(asks.run, 'workbench.action.openSettings', '@id:copydesk.rules');
    await page.locator('.setting-list-object-widget, .setting-list-widget', { hasText: 'doubled-word' }).first().waitFor();
    await window.picture('36-settings');
    await ask(asks.run, 'workbench.action.closeActiveEditor');
  });

  see('a draft of 700 KB is read, and can be typed in', () => window, async () => {
    assert.deepEqual(await ask(asks.findings, file('long.md')), ['doubled-word at 3']);
    await ask(asks.pointAt, file('long.md'), 'The the');
    // A click does not always reach an editor that is still being laid out.
    await waitUntil(async () => {
      await ask(asks.run, 'workbench.action.files.revert');
      await page.locator('.editor-instance .view-lines').first().click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('End');
      await page.keyboard.type(' indeed');
      await page.waitForTimeout(1000);
      return /^# A long season indeed\n/.test(await ask(asks.draftText));
    }, 'what was typed is there');
    await ask(asks.run, 'workbench.action.files.revert');
  });

  see('the program has no socket to the network', () => window, async () => {
    const [pid, ...others] = running(server, window.pid);
    assert.ok(pid);
    assert.deepEqual(others, []);
    assert.deepEqual(networkSockets(pid), []);
  });
});
