// The page that runs the core in a browser, offline after it is loaded.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const { WASM, CHROMIUM = '/usr/bin/chromium', DRIVER } = process.env;
const { chromium } = createRequire(join(DRIVER, 'package.json'))('playwright-core');
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' };
const folder = resolve(WASM, 'page');

let browser, page, server;
const refused = [];

before(async () => {
  server = createServer(({ url }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    if (!/^[a-z]+\.(html|js|css|wasm)$/.test(name)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] }).end(readFileSync(join(folder, name)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.getByText('Paste a draft, or write one.').waitFor();
});

after(async () => {
  await browser?.close();
  server?.close();
});

test('what a draft says is shown, offline', async () => {
  await page.context().setOffline(true);
  const text = 'The pier was full. “Nobody told us <b>anything</b> about the ferry.”\n\n'
    + 'Mayor Ana Kovač spoke in the the harbor. “We met twice,” Kovač said.\n';
  await page.fill('#draft', text);
  await page.getByText('2 findings, 2 quotations').waitFor();
  assert.deepEqual(await page.locator('#speakers h3').allInnerTexts(), ['Nobody is named', 'Ana Kovač']);
  assert.equal(await page.locator('#speakers b').count(), 0, 'a draft is no markup');
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, 'browser.png') });
});

test('a finding leads to its words', async () => {
  await page.getByRole('button', { name: 'Repeated word: “the”' }).press('Enter');
  const selected = () => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd);
  assert.equal(await page.evaluate(selected), 'the');
});

test('a draft in another format is read as such', async () => {
  await page.fill('#draft', '# The the pier\n\n> “We left early,” Bo Weil said.\n');
  await page.selectOption('#format', 'markdown');
  await page.locator('#speakers h3', { hasText: 'Bo Weil' }).waitFor();
});

test('nothing was refused by the policy of the page', () => assert.deepEqual(refused, []));
