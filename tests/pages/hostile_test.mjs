// SPDX-License-Identifier: Apache-2.0
// Articles that try to get out of the page, or to make it stop.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { audit, launch, missing, open, temporary } from './browser.mjs';

const skip = missing() ?? false;

const attacks = [
  'Our tea cures migraine </script><script>window.ran = 1</script> for good.',
  'Our tea cures asthma <img src="https://evil.example/x.png" onerror="window.ran = 2"> for good.',
  'Our tea cures eczema <svg onload="window.ran = 3"><style>@import url(https://evil.example/a.css)</style>.',
  'Our tea cures gout <!--<script> for good --> <a href="javascript:window.ran = 4">now</a>.',
  'Our tea cures \u202ebackwards\u202c migraine\u200b, \u2066isolated\u2069, \u2028 and {{constructor.constructor("window.ran=5")()}}.',
  'The trial at https://evil.example/trial says that our tea cures arthritis, javascript:alert(1).',
];

async function render(t, write) {
  const folder = temporary(t);
  const input = join(folder, 'article.txt');
  write(input, folder);
  const report = join(folder, 'report.html');
  audit('--format', 'html', '--with-vetoed', '--output', report, '--assume-language', 'en', input);
  const browser = await launch();
  t.after(() => browser.close());
  const opened = await open(browser, report);
  await opened.page.waitForSelector('tr.document');
  await opened.page.click('tr.document a');
  await opened.page.waitForSelector('.article .block');
  return opened;
}

function isInert(seen, ran) {
  assert.deepEqual(seen.requests, []);
  assert.deepEqual(seen.dialogs, []);
  assert.deepEqual(seen.errors, []);
  assert.equal(ran, undefined);
}

test('markup, handlers and signs of an article stay text', { skip }, async (t) => {
  const { page, seen } = await render(t, (file) => writeFileSync(file, attacks.join('\n\n')));
  const claims = await page.locator('a.claim.first').count();
  assert.ok(claims >= attacks.length, `${claims} claims`);
  for (let i = 0; i < claims; ++i) await page.keyboard.press('j');
  const text = await page.textContent('.article');
  assert.ok(text.includes('<script>window.ran = 1</script>'));
  assert.ok(text.includes('U+202E') && !text.includes('\u202e'));
  assert.equal(await page.locator('.article img, .article svg, .article style, .article script').count(), 0);
  const addresses = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(addresses.every((address) => /^(https?:|#)/.test(address)), addresses.join(' '));
  isInert(seen, await page.evaluate(() => window.ran));
});

test('the page would not run a script even if one got in', { skip }, async (t) => {
  const { page } = await render(t, (file) => writeFileSync(file, attacks[0]));
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try { script.textContent = 'window.ran = 1'; } catch { /* refused already here */ }
    document.body.append(script);
    try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 2">'); } catch { /* likewise */ }
    await new Promise((done) => setTimeout(done, 200));
    return window.ran;
  });
  assert.equal(ran, undefined);
});

test('a single line of 10 MB', { skip, timeout: 180000 }, async (t) => {
  const words = 'our tea cures migraine and the kettle sings on the hob while nobody looks at it ';
  const { page, seen } = await render(t, (file) => writeFileSync(file, words.repeat(Math.ceil(1e7 / words.length))));
  const time = await page.evaluate(() => new Promise((done) => {
    const begin = performance.now();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
  }));
  t.diagnostic(`scrolled to its middle in ${time.toFixed(0)} ms`);
  assert.ok((await page.textContent('.article')).length > 9.9e6);
  isInert(seen, await page.evaluate(() => window.ran));
});

test('5,000 claims in one article', { skip, timeout: 180000 }, async (t) => {
  const lines = Array.from({ length: 5000 }, (_, i) => `Our tea number ${i} cures migraine for good.`);
  const { page, seen } = await render(t, (file) => writeFileSync(file, lines.join('\n\n')));
  const listed = Number((await page.textContent('.position')).split(' of ')[1]);
  assert.ok(listed >= 5000, `${listed} claims`);
  const begin = Date.now();
  for (let i = 0; i < 10; ++i) await page.keyboard.press('j');
  t.diagnostic(`${listed} claims; ${((Date.now() - begin) / 10).toFixed(0)} ms a step`);
  assert.equal(await page.textContent('.position'), `11 of ${listed}`);
  isInert(seen, await page.evaluate(() => window.ran));
});
