// What goes wrong in a real VS Code, and what is said of it: a program that is none, one that keeps ending, a workspace that nobody
// trusts, several folders with different configurations. Reads the environment: VSIX, SERVER (the program), DRAFT.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';

import * as asks from './asks.mjs';
import { draft, OPENING, see, server, vsix, waitUntil } from './kit.mjs';
import { running } from './processes.mjs';
import { startWorkbench } from './workbench.mjs';

describe('in a workspace that nobody trusts, with two folders', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'copydesk-trap-'));
  const trap = join(elsewhere, 'copydesk');
  const sprung = join(elsewhere, 'sprung');
  let window, page, ask;
  before(async () => {
    writeFileSync(trap, `#!/bin/sh\ntouch ${sprung}\n`);
    chmodSync(trap, 0o755);
    const settings = JSON.stringify({ 'copydesk.server.path': trap });
    const files = {
      'one/.vscode/settings.json': settings,
      'one/story.md': 'The the ferry sails.\n\nShe met TK on Monday.\n',
      'two/story.md': 'The the ferry sails.\n\nShe met TK on Monday.\n',
      'two/copydesk.toml': '[rules]\ndoubled-word = "off"\n',
    };
    const folders = ['', 'one', 'two'];
    const userSettings = { 'security.workspace.trust.startupPrompt': 'never' };
    const machineSettings = { 'copydesk.server.path': server };
    window = await startWorkbench({ draft, vsix, files, folders, trusts: false, userSettings, machineSettings });
    ({ page, ask } = window);
  }, OPENING);
  after(async () => {
    await window?.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  see('drafts are read, each with the configuration of its folder', () => window, async () => {
    const found = (name) => ask(asks.findings, join(window.workspace, name));
    assert.deepEqual(await found('one/story.md'), ['doubled-word at 1', 'placeholder-left at 3']);
    assert.deepEqual(await found('two/story.md'), ['placeholder-left at 3']);
    assert.equal(await ask(async (vscode) => vscode.workspace.isTrusted), false);
    await window.picture('40-untrusted');
  });

  see('the program is not the one that the workspace names', () => window, async () => {
    assert.equal(existsSync(sprung), false);
  });

  see('a program that keeps ending is left alone after one message', () => window, async () => {
    for (let crash = 1; crash <= 5; crash++) {
      const [pid] = await waitUntil(() => {
        const found = running(server, window.pid);
        return found.length ? found : undefined;
      }, `the program runs before crash ${crash}`);
      // It has to be in service: one that ends while it starts is another matter.
      await waitUntil(() => ask(async (vscode) => vscode.commands.executeCommand('copydesk.sources', {}).then(() => true, () => false)), 'it answers');
      process.kill(pid, 'SIGKILL');
      await waitUntil(() => !running(server, window.pid).includes(pid), 'it has ended');
    }
    const toast = page.locator('.notification-toast', { hasText: 'ended five times' });
    await toast.waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 1, 'there is one message');
    assert.ok(!/ at |Error:|stack/i.test(await toast.innerText()), 'without a stack trace');
    await page.locator('.statusbar-item', { hasText: 'copydesk' }).first().waitFor();
    await window.picture('41-crashed', { withMessages: true });
    await toast.locator('.monaco-button', { hasText: 'Restart' }).click();
    await waitUntil(() => running(server, window.pid).length === 1, 'it runs again');
  });

  see('a program that is none is reported once', () => window, async () => {
    await ask(async (vscode) => vscode.commands.executeCommand('notifications.clearAll'));
    await ask(async (vscode, path) => vscode.workspace.getConfiguration().update('copydesk.server.path', path, vscode.ConfigurationTarget.Global), '/bin/false');
    const toast = page.locator('.notification-toast', { hasText: '/bin/false could not be started as a language server' });
    await toast.waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 1, 'there is one message');
    await window.picture('42-wrong-program', { withMessages: true });
    await ask(async (vscode) => vscode.commands.executeCommand('notifications.clearAll'));
    await ask(async (vscode, path) => vscode.workspace.getConfiguration().update('copydesk.server.path', path, vscode.ConfigurationTarget.Global), server);
    await waitUntil(() => running(server, window.pid).length === 1, 'the right one runs');
  });
});
