// Drafts beside their notes and their last commit in a real VS Code: verdicts in the view of sources, the way into the notes, and the
// comparison as a document whose lines lead into the draft. Reads the environment: VSIX, SERVER (the program).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { OPENING, insist, see, server, vsix, waitUntil } from './kit.mjs';
import { startWorkbench } from './workbench.mjs';

const STORY = `# Harbour to open again

“We will close the harbour this winter,” Zoé Ferranti said.

“It’s a matter of weeks,” Ferranti said.

“We have told nobody about it,” Ferranti said.
`;

const NOTES = `Größe 🚢

[00:04] FERRANTI: We will not close the harbour this winter.

[00:19] FERRANTI: It's a matter of weeks.
`;

describe('notes and the last commit', () => {
  let window, page, ask, rows, folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-story-'));
    writeFileSync(join(folder, 'story.md'), STORY);
    const files = { 'story.notes.txt': NOTES, 'copydesk.toml': '' };
    window = await startWorkbench({ draft: join(folder, 'story.md'), vsix, files, machineSettings: { 'copydesk.server.path': server } });
    ({ page, ask } = window);
    rows = page.locator('.pane', { hasText: 'Sources' }).locator('.monaco-list-row');
    await ask(asks.findings, window.file, 2);
  }, OPENING);
  after(async () => {
    await window?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const row = (words) => rows.filter({ hasText: words }).first();

  see('each quotation has the verdict of the notes, as an icon and as a word', () => window, async () => {
    await window.command('copydesk: Focus on Sources View');
    await page.locator('.pane-body', { hasText: '3 quotations compared with the notes: 1 folded, 1 near, 1 absent.' }).first().waitFor();
    if (!(await row('We will close').count())) await row('Zoé Ferranti').click({ position: { x: 8, y: 10 } });
    for (const [words, verdict, icon] of [
      ['We will close', 'near', 'diff'], ['a matter of weeks', 'folded', 'check'], ['told nobody', 'absent', 'close'],
    ]) {
      await row(words).waitFor();
      assert.match(await row(words).innerText(), new RegExp(`· ${verdict}$`));
      assert.equal(await row(words).locator(`.codicon-${icon}`).count(), 1, `${words} has the icon ${icon}`);
    }
    await window.picture('40-notes');
  });

  see('the tooltip has the passage', () => window, async () => {
    await row('We will close').hover();
    const tooltip = page.locator('.monaco-hover', { hasText: 'We will not close the harbour this winter.' }).first();
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /words differ: “We will \[\+ not\] close[^]*story\.notes\.txt, line 3, FERRANTI, 00:04/);
    await page.mouse.move(640, 400);
  });

  see('the menu of a quotation leads to the words in the notes', () => window, async () => {
    await row('We will close').click({ button: 'right' });
    const open = page.locator('.monaco-menu .action-item', { hasText: 'Open the notes' }).first();
    await open.waitFor();
    // A menu that has just opened lets a click pass.
    await insist(5, async () => {
      if (await open.isVisible()) await open.click();
      await open.waitFor({ state: 'hidden', timeout: 2_000 });
    });
    await waitUntil(() => ask(async (vscode) => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document?.fileName.endsWith('story.notes.txt') && document.getText(selection) === 'We will not close the harbour this winter';
    }), 'the words are selected in the notes');
    // Beside the draft, which the view still shows.
    await row('We will close').waitFor();
    await window.picture('42-notes-beside');
  });

  see('corrected notes count at once', () => window, async () => {
    writeFileSync(join(window.workspace, 'story.notes.txt'), NOTES.replace('will not', 'will'));
    await ask(asks.pointAt, window.file, 'We will');
    await rows.filter({ hasText: /We will close.*exact/s }).first().waitFor();
    await row('We will close').locator('.codicon-pass').waitFor();
  });

  see('without a commit the reason is told', () => window, async () => {
    await window.command('copydesk: Compare with the last commit');
    await page.locator('.notification-toast', { hasText: 'git' }).first().waitFor();
    await ask(asks.run, 'notifications.clearAll');
  });

  see('a draft is compared with its last commit, and the lines lead into it', () => window, async () => {
    const git = (...rest) => execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...rest], { cwd: window.workspace });
    git('init', '-q');
    git('add', '-A');
    git('-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'One');
    await ask(asks.pointAt, window.file, 'We will');
    await ask(async (vscode) => {
      const editor = vscode.window.activeTextEditor;
      const end = editor.document.positionAt(editor.document.getText().length);
      await editor.edit((edit) => edit.insert(end, '\n“The water is deep,” said Ana Tull, a pilot.\n'));
    });
    await window.command('copydesk: Compare with the last commit');
    const text = await waitUntil(() => ask(async (vscode) => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'copydesk-diff' && /Quotations/.test(document.getText()) && document.getText();
    }), 'the comparison is there');
    assert.match(text, /^HEAD:story\.md → story\.md\n\d changes\n/);
    assert.match(text, /^\+ paragraph 4: Ana Tull: “The water is deep,”$/m);
    // The views still show the draft that was compared.
    await row('Ana Tull').waitFor();
    await window.picture('41-changes');
    const links = await ask(async (vscode) => {
      const { document } = vscode.window.activeTextEditor;
      const found = await vscode.commands.executeCommand('vscode.executeLinkProvider', document.uri);
      return found.map((one) => [document.getText(one.range), String(one.target?.path), String(one.target?.fragment)]);
    });
    const link = links.find(([words]) => words === 'paragraph 4');
    assert.ok(link?.[1].endsWith('/story.md') && link[2].startsWith('L9,1'), JSON.stringify(links));
    const words = page.locator('.view-line .detected-link', { hasText: 'paragraph 4' }).first();
    // The tooltip of the link may lie over it when it is clicked.
    await insist(5, async () => {
      await page.mouse.move(640, 700);
      await words.click({ modifiers: ['Control'], timeout: 5_000 });
      await waitUntil(() => ask(async (vscode) => {
        const { document, selection } = vscode.window.activeTextEditor ?? {};
        return document?.fileName.endsWith('story.md') && document.uri.scheme !== 'copydesk-diff' && selection.active.line === 8;
      }), 'the link leads to the quotation', 5_000);
    });
  });

  see('the comparison is made anew when it is asked for again', () => window, async () => {
    await ask(asks.pointAt, window.file, 'We will');
    await ask(asks.undo);
    await window.command('copydesk: Compare with the last commit');
    await waitUntil(() => ask(async (vscode) => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'copydesk-diff' && /was added, removed or changed/.test(document.getText());
    }), 'nothing has changed any more');
  });
});
