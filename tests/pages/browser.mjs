// SPDX-License-Identifier: Apache-2.0
// A headless Chromium for the tests of the pages, and the tool they are made with.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const require = createRequire(join(root, 'pages/package.json'));
export const tool = process.env.CLAIMLINT ?? join(root, 'build/dev/cli/claimlint');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/// Why the tests cannot run here; null where they can.
export function missing() {
  if (!existsSync(tool)) return 'no claimlint: set CLAIMLINT';
  if (!existsSync(chromium)) return 'no Chromium: scripts/setup pages';
  if (!existsSync(join(root, 'pages/node_modules'))) return 'no packages: npm ci in pages/';
  return null;
}

export async function launch() {
  const { chromium: browser } = require('playwright-core');
  return browser.launch({
    executablePath: chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
           '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/// A page that notes every request that is not for a file, every error and every dialog.
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const seen = { requests: [], errors: [], dialogs: [] };
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) seen.requests.push(request.url());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  page.on('dialog', (dialog) => { seen.dialogs.push(dialog.message()); void dialog.dismiss(); });
  await page.goto(pathToFileURL(path).href);
  return { context, page, seen };
}

export function audit(...args) {
  const run = spawnSync(tool, ['audit', '--no-config', '--quiet', '--fail-on', 'never', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0 && run.status !== 3) throw new Error(run.stderr);
  return run.stdout;
}

export function temporary(test) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-pages-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

