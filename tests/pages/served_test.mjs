// SPDX-License-Identifier: Apache-2.0
// Two reviewers at once on the pages of `claimlint serve`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { audit, launch, missing, root, temporary, tool } from './browser.mjs';

const skip = missing() ?? false;
const article = join(root, 'corpus/41-homeopath-hayfever-children.txt');

/// Null where the tool was built without its server.
async function serve(t, store) {
  const server = spawn(tool, ['serve', '--listen', '127.0.0.1:0', '--store', store], { stdio: ['ignore', 'ignore', 'pipe'] });
  t.after(() => server.kill('SIGKILL'));
  for await (const line of createInterface({ input: server.stderr })) {
    const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(line);
    server.stderr.resume();
    return found?.[0] ?? null;
  }
  return null;
}

async function reviewer(browser, url, name) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const seen = [];
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('dialog', (dialog) => { seen.push(dialog.message()); void dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) seen.push(request.url()); });
  await page.goto(url);
  await page.waitForSelector('tr.document');
  await page.fill('.reviewer input', name);
  await page.click('tr.document a');
  await page.waitForSelector('.detail');
  return { page, seen };
}

const reviewed = (page, count) => page.waitForFunction(
  (start) => document.querySelector('.panel-bar .quiet').textContent.startsWith(start), `${count} of `);

async function dismiss(page, reason) {
  await page.keyboard.press('d');
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
}

test('two reviewers decide, and see where they differ', { skip, timeout: 240000 }, async (t) => {
  const folder = temporary(t);
  const store = join(folder, 'audit.db');
  audit('--format', 'json', '--output', join(folder, 'report.json'), '--store', store, article);
  const url = await serve(t, store);
  if (!url) return t.skip('built without the server');
  const browser = await launch();
  t.after(() => browser.close());
  const one = await reviewer(browser, url, 'A. Baker');
  const two = await reviewer(browser, url, 'B. Cole');
  await Promise.all([one.page.keyboard.press('a'), two.page.keyboard.press('a')]);
  await Promise.all([reviewed(one.page, 1), reviewed(two.page, 1)]);
  await Promise.all([one.page.keyboard.press('a'), dismiss(two.page, 'quotes a regulator')]);
  await Promise.all([reviewed(one.page, 2), reviewed(two.page, 2)]);

  await one.page.reload();
  await one.page.waitForSelector('.detail');
  await reviewed(one.page, 2);
  await one.page.locator('body').press('j');
  await one.page.waitForSelector('text=quotes a regulator');
  await one.page.keyboard.press('o');
  await one.page.waitForSelector('#agreement');
  assert.match(await one.page.textContent('section[aria-labelledby=agreement]'), /1 claim decided differently/);

  const [download] = await Promise.all([one.page.waitForEvent('download'), one.page.keyboard.press('e')]);
  const text = readFileSync(await download.path(), 'utf8');
  const file = join(folder, 'decisions.json');
  writeFileSync(file, text);
  audit('--format', 'json', '--decisions', file, article);
  assert.deepEqual([one.seen, two.seen], [[], []]);
});

test('one decision for alike claims of all documents, and an export with those of before', { skip, timeout: 240000 }, async (t) => {
  const folder = temporary(t);
  mkdirSync(join(folder, 'in'));
  for (const heading of ['One', 'Two', 'Three']) {
    writeFileSync(join(folder, `in/${heading}.md`), `# ${heading}\n\nOur tea cures migraine for good.\n\nIt is cheap to post.\n`);
  }
  const other = '# Four\n\nOur honey cures asthma for good.\n';
  writeFileSync(join(folder, 'in/Zero.md'), other);
  const report = JSON.parse(audit('--format', 'json', join(folder, 'in/Zero.md')));
  const before = report.documents[0].sentences.flatMap((sentence) => sentence.claims).map(({ id }) => id);
  assert.ok(before.length > 0);
  const file = join(folder, 'before.json');
  writeFileSync(file, JSON.stringify({ schema: 1, decisions: before.map((claim) => ({ claim, action: 'dismiss', reason: 'a joke', by: 'Z' })) }));
  const store = join(folder, 'audit.db');
  audit('--format', 'json', '--with-vetoed', '--output', join(folder, 'report.json'), '--store', store, '--decisions', file, join(folder, 'in'));
  const url = await serve(t, store);
  if (!url) return t.skip('built without the server');
  const browser = await launch();
  t.after(() => browser.close());
  const { page, seen } = await reviewer(browser, url, 'A. Baker');
  await page.keyboard.press('o');
  await page.fill('input[type=search]', 'One.md');
  await page.waitForFunction(() => document.querySelectorAll('tr.document').length === 1);
  const start = Number.parseInt(await page.textContent('.progress'), 10);
  await page.click('tr.document a');
  await page.waitForSelector('.detail');

  const another = await page.context().newPage();
  await another.goto(url);
  await another.waitForSelector('tr.document');
  await another.fill('.reviewer input', 'C. Dean');
  await another.locator('.reviewer input').press('Tab');
  await another.close();
  assert.equal(await page.inputValue('.reviewer input'), 'A. Baker');

  const posts = '**/v1/review/decisions';
  await page.route(posts, (route) => (route.request().method() === 'POST'
    ? route.fulfill({ status: 500, contentType: 'application/json', body: '{"error":"no room"}' }) : route.continue()));
  await Promise.all([page.waitForEvent('dialog'), dismiss(page, 'a poem')]);
  await page.waitForFunction(() => document.querySelector('dialog textarea')?.value === 'a poem');
  assert.match(seen.splice(0).join(), /no room/);
  await page.unroute(posts);
  await page.check('dialog input[type=checkbox]');
  await page.focus('dialog textarea');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
  await page.waitForFunction((count) => document.querySelector('.progress').textContent.startsWith(`${count} of `), start + 3);
  await page.reload();
  await page.waitForSelector('.detail');
  await page.fill('.reviewer input', 'A. Baker');
  await page.locator('.reviewer input').press('Tab');
  await page.waitForFunction((count) => document.querySelector('.progress').textContent.startsWith(`${count} of `), start + 3);

  await page.locator('body').press('j');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
  const { decisions } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual(decisions.map((one) => one.by).sort(), ['A. Baker', 'A. Baker', 'A. Baker', ...before.map(() => 'Z')]);
  assert.deepEqual(seen, []);
});
