// An editor's day in a real VS Code: drafts in several formats, findings that are dismissed and brought back, names that are taken up,
// the story at a glance. Reads the environment: VSIX, SERVER (the program).
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { insist, OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { startWorkbench } from './workbench.mjs';

const here = (name) => join(import.meta.dirname, name);
const sample = here('../../../editors/vscode/walkthrough/sample.md');
const read = (name) => readFileSync(here(`drafts/${name}`), 'utf8');
const files = {
  'ferries.html': read('ferries.html'),
  'ferries.aml': read('ferries.aml'),
  'ferries.mdx': 'The the ferry sails.\n',
  'ferries.qmd': 'The the ferry sails.\n',
  'actors.toml': '[[actor]]\nname = "Malik Orsolo"\nkind = "person"\n\n[[actor]]\nname = "Ines Tavorra"\nkind = "person"\n',
  // A desk ends where its repository does.
  '.git/HEAD': 'ref: refs/heads/main\n',
};

describe('a desk', () => {
  let window, page, ask, at;
  const file = (name) => join(window.workspace, name);
  const written = (name) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
  before(async () => {
    window = await startWorkbench({ draft: sample, vsix, files, machineSettings: { 'copydesk.server.path': server } });
    ({ page, ask } = window);
    at = (words) => ask(asks.pointAt, window.file, words);
  }, OPENING);
  after(() => window?.stop());

  see('the sample draft has a fault of each kind', () => window, async () => {
    assert.deepEqual(await ask(asks.findings, window.file, 4), [
      'doubled-word at 9', 'name-variant at 23', 'placeholder-left at 23', 'unattributed-quote at 17',
    ]);
  });

  see('HTML, ArchieML, MDX and Quarto are read as what they are', () => window, async () => {
    assert.deepEqual(await ask(asks.findings, file('ferries.html')), ['doubled-word at 6']);
    assert.deepEqual(await ask(asks.findings, file('ferries.aml')), ['doubled-word at 5']);
    for (const name of ['ferries.mdx', 'ferries.qmd']) assert.deepEqual(await ask(asks.findings, file(name)), ['doubled-word at 1']);
  });

  see('ArchieML has colors, and closes a quotation', () => window, async () => {
    await ask(asks.pointAt, file('ferries.aml'), '{.image}');
    const key = page.locator('.editor-instance .view-line span[class*=mtk]', { hasText: /^headline$/ }).first();
    const plain = page.locator('.editor-instance .view-line span[class*=mtk]', { hasText: 'opened' }).first();
    await key.waitFor();
    assert.notEqual(await key.getAttribute('class'), await plain.getAttribute('class'));
    await window.picture('20-archieml');
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('x');
    await page.keyboard.press('Backspace');
    // As a keyboard with curly marks on it types it; the editor listens to what is typed, not to what is pasted.
    await ask(async (vscode) => vscode.commands.executeCommand('type', { text: '“' }));
    assert.match(await ask(asks.draftText), /“”$/);
    await ask(asks.undo);
    await ask(async (vscode) => vscode.commands.executeCommand('workbench.action.files.revert'));
  });

  see('a draft that is not saved is read, too', () => window, async () => {
    const codes = await ask(async (vscode) => {
      const draft = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'The the ferry sails.\n' });
      for (let left = 200; left > 0; left--) {
        const found = vscode.languages.getDiagnostics(draft.uri);
        if (found.length) return found.map(({ code }) => code.value ?? code);
        await new Promise((done) => setTimeout(done, 100));
      }
      return [];
    });
    assert.deepEqual(codes, ['doubled-word']);
  });

  see('a finding is ignored here by a comment, and comes back with undo', () => window, async () => {
    await at('the the');
    await ask(asks.run, 'copydesk.ignoreHere');
    assert.ok(!(await ask(asks.without, 'doubled-word')).includes('doubled-word'));
    await waitUntil(async () => /<!-- copydesk: ignore doubled-word: -->/.test(await ask(asks.draftText)), 'the comment is there');
    assert.equal(await ask(asks.undo), readFileSync(sample, 'utf8'));
    await waitUntil(async () => (await ask(asks.findings, window.file, 4)).length === 4, 'the finding is back');
  });

  see('an attribution is added', () => window, async () => {
    await at('“There is no money');
    const titles = await ask(asks.actions, 'quickfix');
    assert.ok(titles.some((title) => /^Add .*Orsolo said/.test(title)), titles.join('\n'));
    assert.ok(titles.some((title) => /reporter/i.test(title)), titles.join('\n'));
    await page.locator('.editor-instance .view-lines').first().click();
    await insist(3, async () => {
      await page.keyboard.press('Escape');
      await at('“There is no money');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row.action').first().waitFor({ timeout: 8_000 });
    });
    await window.picture('21-attribution');
    await page.keyboard.press('Escape');
    assert.equal(await ask(asks.apply, titles.find((title) => /^Add .*Orsolo said/.test(title))), 'applied');
    assert.ok(!(await ask(asks.without, 'unattributed-quote')).includes('unattributed-quote'));
  });

  see('words are ignored in the draft', () => window, async () => {
    await at('Orsollo');
    await ask(asks.run, 'copydesk.ignoreInDraft');
    assert.ok(!(await ask(asks.without, 'name-variant')).includes('name-variant'));
    assert.match(await ask(asks.draftText), /copydesk: ignore-words Orsollo/);
    await ask(asks.undo);
  });

  see('a rule is turned off for the project, and on again by the button', () => window, async () => {
    await at('TK million');
    await ask(asks.run, 'copydesk.turnOffRule');
    // A message goes after ten seconds, unless the mouse is on it.
    const toast = page.locator('.notification-toast', { hasText: 'copydesk.toml was changed and saved' });
    await toast.hover();
    await waitUntil(() => /placeholder-left = "off"/.test(written('copydesk.toml')), 'the rule is off');
    assert.ok(!(await ask(asks.without, 'placeholder-left')).includes('placeholder-left'));
    await window.picture('22-turned-off', { withMessages: true });
    await toast.locator('.monaco-button', { hasText: 'Undo' }).click();
    // The file was made for it, so that it may be gone.
    await waitUntil(() => !/placeholder-left/.test(written('copydesk.toml')), 'the rule is on again');
    await waitUntil(async () => (await ask(asks.findings, window.file, 2)).some((one) => one.startsWith('placeholder')), 'it finds again');
  });

  see('a name is taken up as what it is', () => window, async () => {
    await at('Ines Tavora');
    await window.commandThatAsks('copydesk: Add name to actors.toml');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'A misspelling of Ines Tavorra' }).waitFor();
    await rows.filter({ hasText: 'Another name of Ines Tavorra' }).waitFor();
    await rows.filter({ hasText: 'New entry' }).waitFor();
    await window.picture('23-who-is-it');
    await window.answer('Another name of Ines');
    await waitUntil(() => /aliases = \["Ines Tavora"\]/.test(readFileSync(file('actors.toml'), 'utf8')), 'the name is in the file');
  });

  see('all safe problems are fixed at once, and on saving', () => window, async () => {
    await ask(asks.pointAt, file('ferries.html'), 'Zoé');
    await ask(asks.run, 'copydesk.fixAll');
    await waitUntil(async () => /opened the harbor/.test(await ask(asks.draftText)), 'the word is gone');
    await ask(asks.undo);
    await ask(asks.set, '[html]', { 'editor.codeActionsOnSave': { 'source.fixAll.copydesk': 'explicit' } });
    await ask(async (vscode) => vscode.commands.executeCommand('workbench.action.files.save'));
    await waitUntil(() => /opened the harbor/.test(readFileSync(file('ferries.html'), 'utf8')), 'it is fixed on saving');
  });

  see('copydesk.toml says what is wrong with it, and what can be written', () => window, async () => {
    if (!existsSync(file('copydesk.toml'))) writeFileSync(file('copydesk.toml'), '');
    await ask(async (vscode, path) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 99, 0), '[rules]\ndoubled-wrd = "off"\nlong-lead = '));
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
    }, file('copydesk.toml'));
    const offered = await ask(asks.completions);
    assert.deepEqual(offered.filter((one) => ['off', 'hint', 'info', 'warning', 'error'].includes(one)).length, 5, offered.join(' '));
    const problems = page.locator('.squiggly-warning, .squiggly-error');
    await problems.first().waitFor({ state: 'attached' });
    // Nobody loses a draft's findings over a mistake in the configuration.
    await ask(async (vscode) => vscode.commands.executeCommand('workbench.action.files.save'));
    assert.ok((await ask(asks.findings, window.file, 1)).length > 0);
    await ask(async (vscode) => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
  });

  see('the page of a rule is read in the editor', () => window, async () => {
    // The configuration has a mistake in it until now, so that whatever was in force before still is.
    writeFileSync(file('copydesk.toml'), '');
    await waitUntil(async () => (await ask(asks.findings, window.file)).some((one) => one.startsWith('placeholder')), 'it is found');
    const opened = page.locator('.tab', { hasText: 'placeholder-left' }).first();
    // The cursor is now and then put back by the editor that closed before.
    await waitUntil(async () => {
      await at('TK million');
      await ask(asks.run, 'copydesk.explain');
      return opened.waitFor({ timeout: 5000 }).then(() => true, () => false);
    }, 'the page is open');
    const text = page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    await text.locator('h1', { hasText: 'placeholder-left' }).waitFor();
    await window.picture('24-rule');
    await ask(async (vscode) => vscode.commands.executeCommand('workbench.action.closeActiveEditor'));
  });
});
