// What an editor looks at in a real VS Code: sources, timeline and the story at a glance, in light, dark and high contrast; a long
// draft; settings that change. Reads the environment: VSIX, SERVER (the program).
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { insist, OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { running, watchSockets } from './processes.mjs';
import { startWorkbench } from './workbench.mjs';

const sample = join(import.meta.dirname, '../../../editors/vscode/walkthrough/sample.md');
const paragraph = 'The ferry of Calder Bay sails at six, and the harbor master counts the cars on the quay every morning.\n\n';
const long = `# A long season\n\nThe the ferry sails.\n\n${paragraph.repeat(Math.ceil(700_000 / paragraph.length))}`;

describe('a story at a glance', () => {
  let window, page, ask, panel, rows, watched;
  const file = (name) => join(window.workspace, name);
  before(async () => {
    const files = {
      'long.md': long,
      'dateline.md': '# Cranes\n\nCALDER BAY, May 3, 2031 — The cranes of the harbor are safe, the port authority said on Friday.\n',
      'undated.md': '# Cranes\n\nThe cranes of the harbor stood still on Monday.\n',
    };
    window = await startWorkbench({ draft: sample, vsix, files, machineSettings: { 'copydesk.server.path': server } });
    ({ page, ask } = window);
    watched = watchSockets(server, window.pid);
    panel = page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    rows = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row');
    await ask(asks.findings, window.file, 4);
  }, OPENING);
  after(() => {
    watched?.stop();
    return window?.stop();
  });

  see('groups without a name come first, with a badge', () => window, async () => {
    await window.command('copydesk: Focus on Sources View');
    await rows.filter({ hasText: 'Unattributed' }).first().waitFor();
    const first = async () => (await rows.locator('.label-name').allInnerTexts()).filter((text) => !/“/.test(text));
    await waitUntil(async () => (await first()).length >= 4, 'all sources are there');
    assert.deepEqual((await first()).slice(0, 2), ['Unattributed', 'Anonymous']);
    await page.locator('.activitybar .badge-content', { hasText: '1' }).first().waitFor();
    const words = rows.filter({ hasText: 'Nobody will have to wait' });
    await insist(3, async () => {
      if (!(await words.count())) await rows.filter({ hasText: 'Zoé Ferranti' }).first().locator('.monaco-tl-twistie').click();
      await words.first().waitFor({ timeout: 5_000 });
    });
    await page.mouse.move(800, 690);
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

  see('the first steps open, and the sample draft', () => window, async () => {
    await ask(asks.run, 'workbench.action.closeAllEditors');
    await ask(asks.run, 'copydesk.openWalkthrough');
    await page.locator('.gettingStartedContainer', { hasText: 'Open a sample draft' }).first().waitFor();
    // The pictures of the steps are in the package.
    const picture = panel.locator('img[alt^="A quotation without a speaker"]');
    await waitUntil(() => picture.evaluate(({ complete, naturalWidth }) => complete && naturalWidth > 0).catch(() => false), 'there is a picture');
    await window.picture('37-first-steps');
    await ask(asks.run, 'copydesk.openSample');
    const codes = await waitUntil(() => ask(async (vscode) => {
      const found = vscode.languages.getDiagnostics(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.file('/'));
      return found.length >= 4 && found.map(({ code }) => code.value ?? code).sort();
    }), 'the sample has its findings');
    assert.deepEqual(codes, ['doubled-word', 'name-variant', 'placeholder-left', 'unattributed-quote']);
  });

  see('the views show the sample while the first steps are in front of it', () => window, async () => {
    await page.locator('.tab', { hasText: /Welcome|Walkthrough/ }).first().click();
    await page.locator('.gettingStartedContainer').first().waitFor();
    await ask(asks.run, 'copydesk.sources.focus');
    await rows.filter({ hasText: 'Zoé Ferranti' }).first().waitFor();
    await page.mouse.move(800, 690);
    await window.picture('37-first-sources');
    await ask(asks.run, 'workbench.action.closeAllEditors');
    await page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-button', { hasText: 'Open a sample draft' }).waitFor();
    await ask(asks.run, 'copydesk.openSample');
  });

  see('the status bar has a menu', () => window, async () => {
    await page.locator('.statusbar-item', { hasText: 'copydesk:' }).first().click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Don’t check this file' }).waitFor();
    await window.picture('38-menu');
    await page.keyboard.press('Escape');
  });

  see('a setting counts without a restart', () => window, async () => {
    await ask(asks.pointAt, window.file, 'the pier');
    await ask(asks.findings, window.file, 4);
    await ask(asks.set, 'copydesk.rules', { 'doubled-word': 'error', 'name-variant': 'off' });
    await waitUntil(() => ask(async (vscode, path) => {
      const found = vscode.languages.getDiagnostics(vscode.Uri.file(path));
      const level = (code) => found.find((one) => (one.code?.value ?? one.code) === code)?.severity;
      return level('doubled-word') === 0 && level('name-variant') === undefined;
    }, window.file), 'the levels are those of the settings');
  });

  const readAs = (words) => page.locator('.statusbar-item', { hasText: `read as of ${words}` }).first().waitFor();

  see('the date of a draft is changed where it is written', () => window, async () => {
    await ask(asks.pointAt, window.file, 'Ferries');
    await readAs('May 6, 2031');
    await window.commandThatAsks('copydesk: Change the date of the draft');
    await window.answer('2031-05-13');
    await waitUntil(async () => (await ask(asks.draftText)).startsWith('---\ndate: 2031-05-13\n---\n'), 'the front matter has the new date');
    await readAs('May 13, 2031');
    await ask(asks.undo);
    await readAs('May 6, 2031');
  });

  see('a date in words is the writer’s, and the command leads there', () => window, async () => {
    await ask(asks.pointAt, file('dateline.md'), 'Cranes');
    await readAs('May 3, 2031');
    await window.command('copydesk: Change the date of the draft');
    const toast = page.locator('.notification-toast', { hasText: 'The draft gives its date as “May 3, 2031”' });
    await toast.hover();
    await window.picture('39-date', { withMessages: true });
    await toast.locator('.monaco-button', { hasText: 'Go There' }).click();
    await waitUntil(() => ask(async (vscode) => {
      const { document, selection } = vscode.window.activeTextEditor;
      return document.getText(selection) === 'May 3, 2031';
    }), 'the words are selected');
  });

  see('a draft without a date has that of the settings', () => window, async () => {
    await ask(asks.pointAt, file('undated.md'), 'Cranes');
    await page.locator('.statusbar-item', { hasText: /copydesk: nothing to check$/ }).first().waitFor();
    await window.commandThatAsks('copydesk: Change the date of the draft');
    await window.answer('2031-07-04');
    await readAs('July 4, 2031');
    assert.equal(await ask(async (vscode) => vscode.workspace.getConfiguration().get('copydesk.date')), '2031-07-04');
    await ask(async (vscode) => vscode.workspace.getConfiguration().update('copydesk.date', undefined, vscode.ConfigurationTarget.Workspace));
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
    // It was watched in all tests above. Now everything is asked that an editor can ask, also after a restart.
    await ask(asks.run, 'copydesk.restartServer');
    await ask(asks.pointAt, window.file, 'Ferranti');
    await ask(asks.findings, window.file, 1);
    const answered = await ask(asks.everything);
    assert.ok(answered.length >= 15, answered.join(' '));
    assert.equal(running(server, window.pid).length, 1);
    const before = watched.looks();
    await waitUntil(() => watched.looks() > before + 10, 'the program that was started last is watched, too');
    const { seen, looks } = watched.stop();
    assert.deepEqual(seen, []);
    assert.ok(looks > 200, `${looks} looks`);
  });
});
