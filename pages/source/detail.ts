// SPDX-License-Identifier: Apache-2.0
// All there is to know of one claim.
import type { Item } from './article.ts';
import type { Decided, Decisions } from './decisions.ts';
import { counted, el, isolated, outLink, shown, type Child } from './dom.ts';
import type { DocumentData, Provision, Source } from './model.ts';
import { typeName } from './model.ts';

const supportTexts: Record<string, string> = {
  none: 'None found in the article or in the evidence table.',
  cited: 'A source is named nearby. Nobody has read it.',
  evidence: 'The evidence table supports it.',
  contradicted: 'The evidence speaks against it.',
  textbook: 'A standard textbook says as much.',
};
const jurisdictions: Record<string, string> = {
  us: 'United States', uk: 'United Kingdom', au: 'Australia', eu: 'European Union',
};
const voices: Record<string, string> = { author: 'the author', testimonial: 'a testimonial', quoted: 'somebody quoted' };

function part(title: string, ...children: Child[]): HTMLElement {
  return el('section', { class: 'part' }, el('h3', {}, title), ...children);
}

function sourceItem(source: Source): HTMLElement {
  const facts = [source.kind.replaceAll('_', ' '), source.verdict?.replaceAll('_', ' '),
                 source.certainty && `${source.certainty} certainty`,
                 source.distance !== null && source.distance > 0 && `${counted(source.distance, 'sentence')} away`]
    .filter(Boolean).join(', ');
  const name = source.name || source.id || source.url || source.kind;
  const doi = source.id?.startsWith('10.') ? `https://doi.org/${source.id}` : null;
  return el('li', {}, outLink(source.url ?? doi, name), ' ', el('span', { class: 'quiet' }, facts));
}

function support(item: Item): HTMLElement {
  const { status, sources } = item.claim.support;
  return part('Support', el('p', { class: `support ${status}` }, supportTexts[status] ?? status),
              sources.length > 0 && el('ul', {}, ...sources.map(sourceItem)));
}

function provisionItem(id: string, outcome: string, provision: Provision | undefined): HTMLElement {
  if (!provision) return el('li', {}, isolated(id));
  const name = provision.instrument + (provision.clause ? `, ${provision.clause}` : '');
  return el('li', {}, outLink(provision.url, name), outcome === 'accepted' ? el('em', {}, ' accepted by a list') : null,
            el('div', { class: 'quiet' }, shown(provision.summary)));
}

function basis(item: Item, data: DocumentData): HTMLElement {
  const groups = new Map<string, HTMLElement[]>();
  for (const { id, jurisdiction, outcome } of item.claim.basis) {
    const list = groups.get(jurisdiction) ?? [];
    list.push(provisionItem(id, outcome, data.meta.provisions[id]));
    groups.set(jurisdiction, list);
  }
  if (groups.size === 0) return part('Legal basis', el('p', {}, 'No legal reference recorded.'));
  return part('Legal basis', ...[...groups].map(([code, list]) =>
    el('div', { class: 'jurisdiction' }, el('h4', {}, jurisdictions[code] ?? code), el('ul', {}, ...list))));
}

function frame(item: Item): HTMLElement | null {
  if (item.claim.frame.length === 0) return null;
  return part('Who does what', el('dl', {}, ...item.claim.frame.flatMap((role) =>
    [el('dt', {}, role.role.replaceAll('_', ' ')), el('dd', {}, isolated(role.text))])));
}

function why(item: Item): HTMLElement {
  const { claim } = item;
  const reasons = claim.severity_reasons.map((reason) => el('li', {}, shown(reason)));
  return part('Why it was flagged', el('p', {}, shown(sentenceCase(claim.message)), '.'),
              el('ul', { class: 'reasons' }, ...reasons,
                 el('li', {}, 'rule ', el('code', {}, claim.rule)),
                 el('li', {}, `said by ${voices[claim.voice] ?? claim.voice}, ${claim.stance}; about ${claim.target.replaceAll('_', ' ')}`),
                 claim.vulnerable.length > 0 && el('li', {}, `concerns: ${claim.vulnerable.join(', ')}`)));
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function stateText(decided: Decided | null): string {
  if (!decided || decided.state === 'open') return 'To review';
  const by = decided.by ? ` by ${decided.by}` : '';
  return decided.state === 'accepted' ? `Accepted${by}` : `Dismissed${by}: ${decided.reason}`;
}

function others(item: Item, decisions: Decisions): HTMLElement | null {
  const all = (decisions.others.get(item.claim.id) ?? []).filter((one) => one.reviewer !== decisions.by);
  if (all.length === 0) return null;
  return part('Other reviewers', el('ul', {}, ...all.map((one) =>
    el('li', {}, isolated(one.reviewer), `: ${one.state}`, one.reason ? isolated(` (${one.reason})`) : null))));
}

export function verdict(item: Item): string {
  if (item.claim.vetoed && item.claim.vetoed.reason !== 'dismissed') return `not counted: ${item.claim.vetoed.reason}`;
  if (!item.claim.unsupported) return 'supported';
  return `${item.claim.severity} severity`;
}

export function detail(item: Item, data: DocumentData, decisions: Decisions): HTMLElement {
  const { claim } = item;
  const type = data.meta.types[claim.type];
  const words = item.sentence.text.slice(item.begin, item.end);
  const decided = decisions.of(claim, item.said);
  return el('div', { class: 'detail' },
            el('p', { class: `badge ${claim.severity}` }, verdict(item),
               claim.confidence && el('span', { class: 'quiet' }, ` · ${claim.confidence} confidence`)),
            el('h2', {}, typeName(data.meta, claim.type)),
            type?.meaning && el('p', { class: 'meaning' }, shown(type.meaning)),
            words && el('blockquote', { class: 'words', dir: 'auto' }, shown(words.slice(0, 400))),
            el('p', { class: `state ${decided?.state ?? 'open'}` }, shown(stateText(decided))),
            others(item, decisions), why(item),
            claim.instead ? part('Safer wording', el('p', { class: 'safer' }, shown(sentenceCase(claim.instead)))) : null,
            support(item), basis(item, data), frame(item),
            claim.link ? el('p', {}, outLink(claim.link, 'See it on the page')) : null);
}
