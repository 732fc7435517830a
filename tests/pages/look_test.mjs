// SPDX-License-Identifier: Apache-2.0
// What axe-core finds, in light and dark, on a desk and on a phone; and the pictures of docs/.
// With CLAIMLINT_PICTURES=1 the pictures are written.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { audit, launch, missing, open, require, root, temporary } from './browser.mjs';

const skip = missing() ?? false;
const phone = { viewport: { width: 390, height: 844 } };

async function violations(page) {
  const axe = require('axe-core');
  await page.evaluate(axe.source.includes('</script') ? '' : axe.source);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return found.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

async function picture(page, name) {
  if (process.env.CLAIMLINT_PICTURES) await page.screenshot({ path: join(root, 'docs', name) });
}

for (const colorScheme of ['light', 'dark']) {
  for (const [device, options] of [['desk', {}], ['phone', phone]]) {
    test(`axe-core: ${colorScheme}, ${device}`, { skip }, async (t) => {
      const folder = temporary(t);
      const report = join(folder, 'report.html');
      audit('--format', 'html', '--output', report, join(root, 'corpus'));
      const browser = await launch();
      t.after(() => browser.close());
      const { page, seen } = await open(browser, report, { colorScheme, ...options });
      await page.waitForSelector('tr.document');
      for (const details of await page.locator('figure details').all()) {
        await details.evaluate((element) => { element.open = true; });
      }
      assert.deepEqual(await violations(page), []);
      for (const details of await page.locator('figure details').all()) {
        await details.evaluate((element) => { element.open = false; });
      }
      if (device === 'desk') await picture(page, `pages-overview-${colorScheme}.png`);
      await page.fill('input[type=search]', '48-blood');
      await page.click('tr.document a');
      await page.waitForSelector('.detail');
      await page.keyboard.press('a');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.click('details.tools > summary');
      for (const box of await page.locator('.mention-kinds input').all()) await box.check();
      assert.deepEqual(await violations(page), []);
      for (const box of await page.locator('.mention-kinds input').all()) await box.uncheck();
      await page.click('details.tools > summary');
      if (device === 'desk') await picture(page, `pages-article-${colorScheme}.png`);
      await page.keyboard.press('d');
      await page.waitForSelector('dialog');
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press('Escape');
      await page.locator('body').press('?');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(seen.errors, []);
    });
  }
}
