// SPDX-License-Identifier: Apache-2.0
// How fast the pages are: an index of 10,000 documents, and an article of 2,000 sentences.
// usage: node benchmark.mjs CLAIMLINT
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

process.env.CLAIMLINT = resolve(process.argv[2] ?? 'claimlint');
const { audit, launch, open, root } = await import('./browser.mjs');

const folder = mkdtempSync(join(tmpdir(), 'claimlint-pages-'));
const size = (path) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;

async function index(browser) {
  const input = join(folder, 'in');
  const articles = readdirSync(join(root, 'corpus')).filter((name) => name.endsWith('.txt'));
  for (let i = 0; i < 10000; ++i) {
    const site = join(input, `site-${i % 40}`);
    if (i < 40) mkdirSync(site, { recursive: true });
    copyFileSync(join(root, 'corpus', articles[i % articles.length]), join(site, `${i}-${articles[i % articles.length]}`));
  }
  audit('--format', 'html', '--output', `${folder}/report/`, input);
  const file = join(folder, 'report/index.html');
  const begin = performance.now();
  const { page } = await open(browser, file);
  await page.waitForSelector('tr.document');
  const opened = performance.now() - begin;
  const inPage = await page.evaluate(() => new Promise((done) => {
    const [entry] = performance.getEntriesByType('navigation');
    const input = document.querySelector('input[type=search]');
    const ready = performance.now();
    input.value = '-48-';
    const before = performance.now();
    input.dispatchEvent(new Event('input'));
    requestAnimationFrame(() => setTimeout(() => done({
      loaded: entry.domComplete, ready, filter: performance.now() - before,
      rows: document.querySelector('p[role=status]').textContent,
    })));
  }));
  console.log(`index of 10,000 documents: ${size(file)}; open ${opened.toFixed(0)} ms (document complete after ${inPage.loaded.toFixed(0)} ms); filter ${inPage.filter.toFixed(0)} ms (${inPage.rows})`);
  await page.close();
}

/// The longest task by processor time: other than a frame's length it is not the machine's load.
function busiest(events) {
  const renderers = new Set(events.filter((one) => one.name === 'thread_name' && one.args?.name === 'CrRendererMain')
    .map((one) => `${one.pid}/${one.tid}`));
  const times = events.filter((one) => one.tdur !== undefined && renderers.has(`${one.pid}/${one.tid}`))
    .map((one) => one.tdur / 1000);
  return times.reduce((longest, time) => Math.max(longest, time), 0);
}

async function article(browser) {
  const sentences = Array.from({ length: 2000 }, (_, i) =>
    `Our tea number ${i} ${i % 3 ? 'is picked by hand in the hills above the lake' : 'cures migraine for good'}.`);
  const paragraphs = [];
  for (let i = 0; i < sentences.length; i += 5) paragraphs.push(sentences.slice(i, i + 5).join(' '));
  const input = join(folder, 'article.txt');
  writeFileSync(input, paragraphs.join('\n\n'));
  const report = join(folder, 'article.html');
  audit('--format', 'html', '--output', report, input);
  const { page } = await open(browser, report);
  await page.waitForSelector('tr.document');
  await page.click('tr.document a');
  await page.waitForSelector('.detail');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  const frames = await page.evaluate(() => new Promise((done) => {
    const times = [];
    let last = performance.now();
    const step = (now) => {
      times.push(now - last);
      last = now;
      scrollBy(0, 120);
      if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2 || times.length > 3000) done(times);
      else requestAnimationFrame(step);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(step); });
  }));
  const work = busiest(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  frames.sort((a, b) => a - b);
  const over = frames.filter((time) => time > 50).length;
  console.log(`article of 2,000 sentences: ${size(report)}; ${frames.length} frames, median ${frames[frames.length >> 1].toFixed(1)} ms, longest ${frames.at(-1).toFixed(1)} ms, ${over} over 50 ms; longest task of the page ${work.toFixed(1)} ms of processor time`);
  await page.close();
}

const browser = await launch();
try {
  await article(browser);
  await index(browser);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
