// SPDX-License-Identifier: Apache-2.0
// A reviewer's way through the report of corpus/: filter, step, decide, reload, export; and that the
// next audit heeds what was exported.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { audit, launch, missing, open, root, temporary } from './browser.mjs';

const skip = missing() ?? false;
const articles = join(root, 'corpus');
const name = '41-homeopath-hayfever-children.txt';

async function firstDocument(page) {
  await page.fill('input[type=search]', name);
  await page.waitForFunction(() => document.querySelectorAll('tr.document').length === 1);
  await page.click('tr.document a');
  await page.waitForSelector('.detail');
}

async function exported(page, key = 'e') {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press(key)]);
  return readFileSync(await download.path(), 'utf8');
}

const position = (page) => page.textContent('.position');
const reviewed = (page) => page.textContent('.panel-bar .quiet');

test('a file: filter, step, dismiss, reload, export, audit again', { skip }, async (t) => {
  const folder = temporary(t);
  const report = join(folder, 'report.html');
  audit('--format', 'html', '--output', report, articles);
  const browser = await launch();
  t.after(() => browser.close());
  const { page, seen } = await open(browser, report);
  await page.waitForSelector('tr.document');
  await page.fill('.reviewer input', 'A. Baker');
  await firstDocument(page);

  const all = Number((await position(page)).split(' of ')[1]);
  assert.ok(all > 10);
  await page.click('details.tools > summary');
  await page.selectOption('label:has-text("Severity") select', 'high');
  const high = Number((await position(page)).split(' of ')[1]);
  assert.ok(high > 0 && high < all, `${high} of ${all}`);
  await page.selectOption('label:has-text("Severity") select', '');

  await page.locator('body').press('k');
  const at = Number.parseInt(await position(page), 10);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  assert.equal(await position(page), `${at - 1} of ${all}`);
  await page.keyboard.press('a');
  assert.equal(await position(page), `${at} of ${all}`);
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('dialog .problem'), /reason/);
  await page.keyboard.type('quotes the "regulator" </script>');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal(await reviewed(page), `2 of ${all} reviewed`);

  await page.reload();
  await page.waitForSelector('.detail');
  assert.equal(await reviewed(page), `2 of ${all} reviewed`);
  const text = await exported(page);
  const { schema, decisions } = JSON.parse(text);
  assert.equal(schema, 1);
  assert.deepEqual(decisions.map((one) => [one.action, one.by, one.reason]).sort(),
                   [['accept', 'A. Baker', undefined], ['dismiss', 'A. Baker', 'quotes the "regulator" </script>']]);
  const file = join(folder, 'decisions.json');
  writeFileSync(file, text);

  const before = JSON.parse(audit('--format', 'json', join(articles, name))).summary.claims;
  const after = JSON.parse(audit('--format', 'json', '--with-vetoed', '--decisions', file, join(articles, name)));
  assert.equal(after.summary.claims, before - 1);
  const dismissed = decisions.find((one) => one.action === 'dismiss').claim;
  const claim = after.documents[0].sentences.flatMap((s) => s.claims).find((c) => c.id === dismissed);
  assert.equal(claim.vetoed.reason, 'dismissed');
  assert.equal(claim.decision.by, 'A. Baker');

  const second = join(folder, 'second.html');
  audit('--format', 'html', '--output', second, '--decisions', file, articles);
  const again = await open(browser, second);
  await again.page.waitForSelector('tr.document');
  assert.match(await again.page.textContent('.progress'), /^2 of /);
  assert.equal(JSON.parse(await exported(again.page)).decisions.length, 2);
  assert.deepEqual([seen.errors, seen.requests, seen.dialogs], [[], [], []]);
});

test('a folder: decisions of a page are known to the index', { skip }, async (t) => {
  const folder = temporary(t);
  audit('--format', 'html', '--output', `${folder}/report/`, articles);
  const browser = await launch();
  t.after(() => browser.close());
  const { page, seen } = await open(browser, join(folder, 'report/index.html'));
  await page.waitForSelector('tr.document');
  await firstDocument(page);
  assert.match(page.url(), /documents\/\d{6}\.html$/);
  await page.keyboard.press('a');
  await page.keyboard.press('d');
  await page.keyboard.type('said in jest');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.match(await reviewed(page), /^2 of /);
  await page.keyboard.press('o');
  await page.waitForSelector('tr.document');
  assert.match(await page.textContent('.progress'), /^2 of /);
  assert.equal(JSON.parse(await exported(page)).decisions.length, 2);
  assert.deepEqual([seen.errors, seen.requests, seen.dialogs], [[], [], []]);
});

test('a decision goes to every claim that says the same', { skip }, async (t) => {
  const folder = temporary(t);
  mkdirSync(join(folder, 'in'));
  for (const heading of ['One', 'Two', 'Three']) {
    writeFileSync(join(folder, `in/${heading}.md`), `# ${heading}\n\nOur tea cures migraine for good.\n\nIt is cheap to post.\n`);
  }
  const report = join(folder, 'report.html');
  audit('--format', 'html', '--output', report, join(folder, 'in'));
  const browser = await launch();
  t.after(() => browser.close());
  const { page } = await open(browser, report);
  await page.waitForSelector('tr.document');
  const all = Number(/of (\d+)/.exec(await page.textContent('.progress'))[1]);
  assert.equal(all % 3, 0);
  await page.click('tr.document a');
  await page.waitForSelector('.detail');
  await page.keyboard.press('d');
  assert.match(await page.textContent('dialog'), /also the 2 others that say the same/);
  await page.fill('dialog textarea', '\u00e9'.repeat(1001));
  await page.keyboard.press('Enter');
  assert.match(await page.textContent('dialog .problem'), /2002 bytes/);
  await page.fill('dialog textarea', 'a poem');
  await page.check('dialog input[type=checkbox]');
  await page.focus('dialog textarea');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.match(await page.textContent('.progress'), /^3 of /);
  assert.equal(JSON.parse(await exported(page)).decisions.length, 3);
});
