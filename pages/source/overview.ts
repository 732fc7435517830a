// SPDX-License-Identifier: Apache-2.0
// What all documents have in common.
import { lying, standing, type Bar } from './charts.ts';
import type { Decisions } from './decisions.ts';
import { counted, el, isolated } from './dom.ts';
import { claimCount, severities, typeName, type Counts, type IndexData, type RollUp, type Row } from './model.ts';
import type { Agreement } from './server.ts';

const shownBars = 10;

function severityBars(index: IndexData): Bar[] {
  return severities.map((kind) => ({
    label: kind, parts: [{ value: index.summary.by_severity[kind as 'high'], kind }],
  }));
}

function riskBars(index: IndexData): Bar[] {
  const bins = Array.from({ length: 10 }, () => ({ high: 0, medium: 0, low: 0 }));
  for (const row of index.documents) {
    if (row.risk === undefined) continue;
    const bin = Math.min(9, Math.floor(row.risk / 10));
    bins[bin]![row.band as keyof Counts] += 1;
  }
  return bins.map((bin, i) => ({
    label: `${i * 10}–${i < 9 ? i * 10 + 9 : 100}`,
    parts: severities.map((kind) => ({ value: bin[kind as keyof Counts], kind })),
  }));
}

function typeBars(index: IndexData): Bar[] {
  return Object.entries(index.summary.by_type).sort((a, b) => b[1] - a[1])
    .map(([type, value]) => ({ label: typeName(index.meta, type), parts: [{ value, kind: 'type' }] }));
}

function rollUpBars(parts: RollUp[]): Bar[] {
  return [...parts].sort((a, b) => b.claims - a.claims).slice(0, shownBars).map((part) => ({
    label: part.name,
    parts: severities.map((kind) => ({ value: part.by_severity[kind as 'high'], kind })),
    note: `${part.claims.toLocaleString('en')} in ${part.documents.toLocaleString('en')}`,
  }));
}

function clusterBars(index: IndexData): Bar[] {
  return index.summary.clusters.slice(0, shownBars).map((cluster) => ({
    label: cluster.text, parts: [{ value: cluster.claims, kind: cluster.severity }],
    note: `${cluster.claims} in ${cluster.documents}`,
  }));
}

function charts(index: IndexData): HTMLElement {
  const { summary } = index;
  const figures = [
    standing('Documents by risk', 'Risk', riskBars(index), ['high', 'medium', 'low']),
    lying('Claims by severity', 'Severity', severityBars(index), ['claims']),
    types(index),
  ];
  const kinds = ['high', 'medium', 'low'];
  if (summary.sites.length > 0) {
    figures.push(lying('Sites with most claims', 'Site', rollUpBars(summary.sites), kinds));
  }
  if (summary.folders.length > 0) {
    figures.push(lying('Folders with most claims', 'Folder', rollUpBars(summary.folders), kinds));
  }
  if (summary.clusters.length > 0) {
    figures.push(lying('The same claim, again and again', 'Claim', clusterBars(index), ['claims']));
  }
  if (index.in_baseline > 0) {
    figures.push(lying('Since the last run', 'Claims', [
      { label: 'new', parts: [{ value: summary.claims, kind: 'high' }] },
      { label: 'known from the earlier report', parts: [{ value: index.in_baseline, kind: 'low' }] },
    ], ['claims']));
  }
  return el('div', { class: 'charts' }, ...figures);
}

function types(index: IndexData): HTMLElement {
  const bars = typeBars(index);
  const figure = lying('Claims by type', 'Type', bars.slice(0, shownBars), ['claims']);
  const rest = bars.slice(shownBars);
  if (rest.length > 0) {
    figure.querySelector('tbody')?.append(...rest.map((bar) =>
      el('tr', {}, el('th', { scope: 'row' }, bar.label), el('td', {}, String(bar.parts[0]?.value ?? 0)))));
    figure.querySelector('figcaption')?.append(el('span', { class: 'quiet' }, `  the first ${shownBars} of ${bars.length}`));
  }
  return figure;
}

export function lead(index: IndexData): HTMLElement {
  const { summary } = index;
  const incomplete = summary.by_status.partial + summary.by_status.not_audited;
  const figure = (value: number, text: string, kind = ''): HTMLElement =>
    el('div', { class: `figure ${kind}` }, el('strong', {}, value.toLocaleString('en')), el('span', {}, text));
  return el('div', { class: 'figures' },
            figure(summary.documents, summary.documents === 1 ? 'document' : 'documents'),
            figure(summary.by_band.high, 'of high risk', 'high'),
            figure(summary.claims, 'unsupported claims'),
            figure(summary.by_severity.high, 'severe', 'high'),
            incomplete > 0 && figure(incomplete, 'not fully audited', 'medium'));
}

/// "37 of 112 reviewed", kept true.
export function progress(index: IndexData, decisions: Decisions, signal: AbortSignal): HTMLElement {
  const text = el('span');
  const bar = el('progress', { 'aria-label': 'claims reviewed' });
  const all = index.documents.reduce((sum, row) => sum + claimCount(row), 0);
  bar.max = Math.max(1, all);
  const update = (): void => {
    const done = index.documents.reduce((sum: number, row: Row) => sum + decisions.reviewed(row), 0);
    bar.value = done;
    text.textContent = `${done.toLocaleString('en')} of ${all.toLocaleString('en')} reviewed`;
  };
  decisions.onChange(update, signal);
  update();
  return el('div', { class: 'progress' }, text, bar);
}

function agreementTable(agreement: Agreement): HTMLElement {
  const rows = agreement.pairs.map((pair) =>
    el('tr', {}, el('th', { scope: 'row' }, isolated(pair.a), ' and ', isolated(pair.b)),
       el('td', {}, String(pair.n)), el('td', {}, String(pair.agreed)),
       el('td', {}, pair.kappa === null ? '–' : pair.kappa.toFixed(2))));
  return el('table', {}, el('thead', {}, el('tr', {}, ...['Reviewers', 'both decided', 'agreed', 'kappa']
    .map((text) => el('th', { scope: 'col' }, text)))), el('tbody', {}, ...rows));
}

export function agreementSection(agreement: Agreement, index: IndexData, hrefOf: (row: Row) => string): HTMLElement {
  const rows = new Map(index.documents.map((row) => [row.id, row]));
  const apart = agreement.disagreements.slice(0, 100).map((one) => {
    const row = rows.get(one.document);
    const states = one.states.map((each) => `${each.reviewer}: ${each.state}`).join(', ');
    return el('li', {}, row ? el('a', { href: hrefOf(row) }, isolated(row.path)) : one.document, ' ', isolated(states));
  });
  return el('section', { 'aria-labelledby': 'agreement' }, el('h2', { id: 'agreement' }, 'Agreement'),
            agreementTable(agreement),
            el('p', {}, counted(agreement.disagreements.length, 'claim') + ' decided differently'),
            el('ul', { class: 'apart' }, ...apart));
}

export function chartSection(index: IndexData): HTMLElement {
  return el('section', { 'aria-labelledby': 'charts' }, el('h2', { id: 'charts' }, 'At a glance'), charts(index));
}
