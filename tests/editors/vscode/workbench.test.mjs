// A reporter's first minutes in a real VS Code with the packaged extension: a squiggle, a hover, the outline, a quick
// fix, and what is said where the program is missing. Reads the environment: VSIX, SERVER (the program), DRAFT.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { draft, insist, OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { startWorkbench } from './workbench.mjs';

const lines = readFileSync(draft, 'utf8').split('\n');
const doubled = { line: 3, column: lines[2].indexOf('the the') + 1 };

describe('with the program named by the setting', () => {
  let window, page, editor, goTo;
  before(async () => {
    window = await startWorkbench({ draft, vsix, machineSettings: { 'copydesk.server.path': server } });
    ({ page, editor, goTo } = window);
  }, OPENING);
  after(() => window?.stop());

  see('a doubled word is underlined', () => window, async () => {
    await editor().locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await window.picture('1-squiggle');
  });

  see('the Problems view names the rule and the place', () => window, async () => {
    await page.keyboard.press('Control+Shift+M');
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'doubled-word' });
    await row.first().waitFor();
    assert.equal(await row.count(), 1);
    const [, line, column] = /copydesk\s+doubled-word\s+\[Ln (\d+), Col (\d+)\]/.exec(await row.innerText());
    assert.equal(Number(line), doubled.line);
    // At the first of the two words or at the second.
    assert.ok([doubled.column, doubled.column + 3, doubled.column + 4].includes(Number(column)), `column ${column}`);
    await window.picture('2-problems');
  });

  see('a hover over a short name gives the full one', () => window, async () => {
    const hover = page.locator('.monaco-resizable-hover, .monaco-hover').filter({ hasText: 'Zoé Ferranti' }).first();
    await insist(3, async () => {
      await goTo(5, lines[4].indexOf('Ferranti') + 3);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await hover.waitFor({ timeout: 10_000 });
    });
    await window.picture('3-hover');
    await page.keyboard.press('Escape');
  });

  see('the outline shows the story', () => window, async () => {
    // Only rows in view exist: the list of files makes room for them.
    await page.locator('.sidebar .pane-header', { hasText: 'workspace' }).click();
    await window.command('Explorer: Focus on Outline View');
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'cranes are safe' }).first().waitFor();
    await window.picture('4-outline');
  });

  see('the Sources view shows who speaks, and leads to the words', () => window, async () => {
    await window.command('copydesk: Focus on Sources View');
    const rows = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row');
    const speaker = rows.filter({ hasText: 'Zoé Ferranti' });
    await speaker.first().waitFor();
    assert.match(await speaker.first().innerText(), /100%.*Transport Minister/s);
    const words = rows.filter({ hasText: 'The cranes are safe' });
    await insist(3, async () => {
      if (!(await words.count())) await speaker.first().locator('.monaco-tl-twistie').click();
      await words.first().waitFor({ timeout: 5_000 });
    });
    await words.first().click();
    await page.locator('.statusbar-item', { hasText: 'Ln 5' }).first().waitFor();
    await window.picture('4-sources');
  });

  see('the cursor marks its quotation in the Sources view', () => window, async () => {
    await insist(3, async () => {
      await goTo(7, 8);
      const marked = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row.selected', { hasText: 'Nobody will have to wait' });
      await marked.waitFor({ timeout: 10_000 });
    });
  });

  see('the Timeline view shows the days', () => window, async () => {
    await window.command('copydesk: Focus on Timeline View');
    const rows = page.locator('.pane', { hasText: 'Timeline' }).locator('.monaco-list-row');
    await rows.filter({ hasText: 'harbour of Calder Bay' }).first().waitFor();
    await window.picture('4-timeline');
  });

  see('the status bar counts what was found', () => window, async () => {
    const item = page.locator('.statusbar-item', { hasText: 'copydesk:' }).first();
    await item.waitFor();
    assert.match(await item.innerText(), /1 to check/);
  });

  see('a pronoun that speaks is named next to the text', () => window, async () => {
    await editor().locator('.view-line', { hasText: '[Zoé Ferranti]' }).first().waitFor();
    await window.picture('5-hints');
  });

  see('a definition leads from the short name to the full one', () => window, async () => {
    await insist(3, async () => {
      await goTo(5, lines[4].indexOf('Ferranti') + 3);
      await page.keyboard.press('F12');
      await page.locator('.statusbar-item', { hasText: 'Ln 3, Col 20' }).first().waitFor({ timeout: 10_000 });
    });
  });

  see('a rename changes the name everywhere', () => window, async () => {
    const box = page.locator('.rename-box input');
    await insist(3, async () => {
      await page.keyboard.press('Escape');
      await goTo(5, lines[4].indexOf('Ferranti') + 3);
      await page.keyboard.press('F2');
      await box.waitFor({ timeout: 10_000 });
    });
    // The full name is offered for change; one word is the part of it that is pointed at.
    assert.equal(await box.inputValue(), 'Zoé Ferranti');
    await box.fill('Ferrante');
    await window.picture('6-rename');
    await page.keyboard.press('Enter');
    const renamed = lines.join('\n').replaceAll('Ferranti', 'Ferrante');
    await insist(5, async () => {
      await page.keyboard.press('Control+s');
      await waitUntil(() => readFileSync(window.file, 'utf8') === renamed, 'the renamed draft is saved', 5_000);
    });
    await page.keyboard.press('Control+z');
    await insist(5, async () => {
      await page.keyboard.press('Control+s');
      await waitUntil(() => readFileSync(window.file, 'utf8') === lines.join('\n'), 'the old one is back', 5_000);
    });
  });

  see('two letters and a key offer the name', () => window, async () => {
    const offer = page.locator('.suggest-widget .monaco-list-row', { hasText: 'Zoé Ferranti' }).first();
    await goTo(lines.length, 1);
    await page.keyboard.type('Fe');
    await insist(3, async () => {
      await page.keyboard.press('Control+Space');
      await offer.waitFor({ timeout: 10_000 });
    });
    await window.picture('7-completion');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
  });

  // In plain text VS Code offers while one types; in Markdown, as the README says, with a setting.
  for (const [language, settings] of [['plaintext', {}], ['markdown', { other: 'on', comments: 'off', strings: 'off' }]]) {
    see(`in ${language} the names are offered while one types`, () => window, async () => {
      await window.ask(asks.set, `[${language}]`, settings.other ? { 'editor.quickSuggestions': settings } : null);
      await window.ask(async (vscode, languageId, content) => {
        const draft = await vscode.workspace.openTextDocument({ language: languageId, content });
        const editor = await vscode.window.showTextDocument(draft);
        const end = draft.lineAt(draft.lineCount - 1).range.end;
        editor.selection = new vscode.Selection(end, end);
      }, language, lines.join('\n'));
      const offer = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Zoé Ferranti' }).first();
      await insist(5, async () => {
        await window.ask(asks.run, 'workbench.action.focusActiveEditorGroup');
        await page.keyboard.press('Control+End');
        // The server knows the draft from its first look on, and a list is asked for while one types only.
        await page.keyboard.type('Fe', { delay: 60 });
        await offer.waitFor({ timeout: 8_000 }).catch(async (error) => {
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+Backspace');
          throw error;
        });
      });
      await page.keyboard.press('Escape');
      await window.ask(asks.run, 'workbench.action.revertAndCloseActiveEditor');
    });
  }

  see('a quick fix removes the doubled word', () => window, async () => {
    const fix = page.locator('.action-widget .monaco-list-row.action').first();
    await insist(4, async () => {
      await page.keyboard.press('Escape');
      await goTo(doubled.line, doubled.column + 5);
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 8_000 });
    });
    await window.picture('8-quick-fix');
    await page.keyboard.press('Enter');
    await editor().locator('.squiggly-warning').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    // While saving, VS Code truncates the file first: wait for the wanted text, not for the other's absence.
    await waitUntil(() => /open the harbour/.test(readFileSync(window.file, 'utf8')), 'the file is saved');
    assert.equal(readFileSync(window.file, 'utf8'), lines.join('\n').replace('the the', 'the'));
  });
});

describe('with no program, and then one on PATH', () => {
  const tools = mkdtempSync(join(tmpdir(), 'copydesk-tools-'));
  let window, page;
  before(async () => {
    window = await startWorkbench({
      draft, vsix, path: `${tools}:/usr/bin:/bin`, userSettings: { 'copydesk.rules': { 'doubled-word': 'error' } },
    });
    ({ page } = window);
  }, OPENING);
  after(async () => {
    await window?.stop();
    rmSync(tools, { recursive: true, force: true });
  });

  see('a message says what to do', () => window, async () => {
    const toast = page.locator('.notification-toast', { hasText: 'copydesk was not found on PATH' });
    await toast.waitFor();
    const text = await toast.innerText();
    assert.match(text, /copydesk\.server\.path/);
    assert.match(text, /copydesk: Restart server/);
    assert.match(text, /Open Settings/);
    await window.picture('9-missing', { withMessages: true });
  });

  see('the restart command finds it, and the level of a rule is the one in the settings', () => window, async () => {
    symlinkSync(server, join(tools, 'copydesk'));
    await window.command('copydesk: Restart server');
    await window.editor().locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await window.picture('10-restarted');
  });
});
