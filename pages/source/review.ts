// SPDX-License-Identifier: Apache-2.0
// The page of one document: its text, the claim that is looked at, and what to do with it.
import { Article, type Item } from './article.ts';
import type { Decisions, Subject } from './decisions.ts';
import { detail, stateText, verdict } from './detail.ts';
import { counted, el, isolated, outLink, plain, say, select, shown } from './dom.ts';
import { typeName, type DocumentData, type State } from './model.ts';
import { sparkline } from './charts.ts';
import { askReason } from './work.ts';

export interface Ways {
  id: string;
  overview: string;
  previous: string | null;
  next: string | null;
  claim(item: number): string;
}

interface Filter {
  severity: string;
  type: string;
  voice: string;
  jurisdiction: string;
  state: string;
}

/// What a reviewer decides of; the rest is shown where it is asked for.
function isForReview(item: Item): boolean {
  const { claim } = item;
  return claim.unsupported && (!claim.vetoed || claim.vetoed.reason === 'dismissed');
}

export class Review {
  readonly element: HTMLElement;
  private readonly article: Article;
  private readonly filter: Filter = { severity: '', type: '', voice: '', jurisdiction: '', state: '' };
  private listed: number[] = [];
  private current = -1;
  private readonly panel = el('div', { class: 'panel-body' });
  private readonly position = el('span', { class: 'position' });
  private readonly progress = el('span', { class: 'quiet' });
  private readonly mentions = new Map<string, HTMLInputElement>();
  private readonly printed = el('section', { class: 'printed' });
  private readonly closing = new AbortController();

  constructor(private readonly data: DocumentData, private readonly decisions: Decisions,
              private readonly ways: Ways) {
    this.article = new Article(data, ways.claim);
    this.article.element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-item]');
      if (!link || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.go(Number(link.dataset['item']));
    });
    this.element = el('div', { class: 'review' },
      el('main', { class: 'reading', id: 'main' }, this.head(), this.strip(), this.article.element, this.findings(), this.printed),
      el('aside', { class: 'panel', 'aria-label': 'The claim' }, this.bar(), this.panel, this.actions()));
    const { signal } = this.closing;
    decisions.onChange(() => this.refreshStates(), signal);
    addEventListener('beforeprint', () => this.print(), { signal });
    this.refilter();
  }

  /// It is shown no more.
  close(): void {
    this.closing.abort();
  }

  private head(): HTMLElement {
    const { document: report } = this.data;
    const score = report.score;
    const way = (href: string | null, text: string, label: string): HTMLElement | null =>
      href ? el('a', { href, class: 'way', 'aria-label': label }, text) : null;
    const facts = score
      ? `${score.band} risk ${score.risk.toFixed(1)} · ${counted(score.claims, 'claim')}: ${score.by_severity.high} high, ${score.by_severity.medium} medium, ${score.by_severity.low} low`
      : `not audited: ${report.reasons.join(', ')}`;
    return el('header', { class: 'document-head' },
      el('nav', { 'aria-label': 'Documents' }, el('a', { href: this.ways.overview }, '← Overview'),
         way(this.ways.previous, '‹ previous', 'Previous document'), way(this.ways.next, 'next ›', 'Next document')),
      el('h1', {}, isolated(report.source.title ?? report.path)),
      el('p', { class: 'quiet' }, report.source.title ? isolated(report.path) : null,
         report.source.url ? el('span', {}, ' ', outLink(report.source.url, report.source.url)) : null),
      el('p', { class: `risk-line band-${score?.band ?? 'none'}` }, facts),
      report.status === 'partial' ? el('p', { class: 'problem' }, `Audited in part: ${report.reasons.join(', ')}`) : null,
      this.filters());
  }

  private filters(): HTMLElement {
    const { items } = this.article;
    const values = (of: (item: Item) => string[]): [string, string][] =>
      [...new Set(items.flatMap(of))].sort().map((value): [string, string] => [value, value]);
    const pick = (label: string, key: keyof Filter, options: [string, string][]): HTMLElement =>
      select(label, [['', 'all'], ...options], '', (value) => { this.filter[key] = value; this.refilter(); });
    const types = values((item) => [item.claim.type])
      .map(([type]): [string, string] => [type, typeName(this.data.meta, type)]);
    return el('details', { class: 'tools' }, el('summary', {}, 'Filters and mentions'),
      el('div', { class: 'filters' },
         pick('Severity', 'severity', [['high', 'high'], ['medium', 'medium'], ['low', 'low']]),
         pick('Type', 'type', types), pick('Voice', 'voice', values((item) => [item.claim.voice])),
         pick('Jurisdiction', 'jurisdiction', values((item) => item.claim.basis.map((one) => one.jurisdiction))),
         pick('State', 'state', [['open', 'to review'], ['accepted', 'accepted'], ['dismissed', 'dismissed'],
                                 ['supported', 'supported'], ['vetoed', 'not counted']])),
      el('div', { class: 'mention-kinds', role: 'group', 'aria-label': 'Mentions' },
         ...[...this.article.kinds].sort().map((kind) => this.mentionBox(kind))));
  }

  private mentionBox(kind: string): HTMLElement {
    const box = el('input', { type: 'checkbox', change: () => this.showMentions() });
    this.mentions.set(kind, box);
    return el('label', { class: `check mention-kind ${kind}` }, box, el('span', {}, kind));
  }

  private showMentions(): void {
    for (const [kind, box] of this.mentions) this.article.element.classList.toggle(`show-${kind}`, box.checked);
  }

  /// Where the claims sit; the current one is shown beneath.
  private strip(): HTMLElement {
    const all = Math.max(1, this.data.document.sentences.length);
    const places = this.article.items.filter(isForReview).map((item) =>
      ({ at: Math.floor((this.data.document.sentences.indexOf(item.sentence) * 1000) / all), severity: item.claim.severity }));
    return el('div', { class: 'strip' }, sparkline(places, 800, 24));
  }

  private findings(): HTMLElement | null {
    const { findings, notes } = this.data.document;
    if (findings.length + notes.length === 0) return null;
    return el('section', { class: 'findings' }, el('h2', {}, 'Of the document as a whole'),
      el('ul', {}, ...findings.map((finding) => el('li', {}, shown(finding.message))),
         ...notes.map((note) => el('li', { class: 'quiet' }, shown(note.message)))));
  }

  private bar(): HTMLElement {
    const step = (text: string, label: string, by: number): HTMLElement =>
      el('button', { type: 'button', 'aria-label': label, click: () => this.step(by) }, text);
    return el('div', { class: 'panel-bar' }, step('‹', 'Previous claim (k)', -1), this.position,
              step('›', 'Next claim (j)', 1), this.progress);
  }

  private actions(): HTMLElement {
    const action = (text: string, key: string, act: () => void, kind = ''): HTMLElement =>
      el('button', { type: 'button', class: kind, click: act, 'aria-keyshortcuts': key },
         text, ' ', el('kbd', { 'aria-hidden': 'true' }, key));
    return el('div', { class: 'actions', role: 'group', 'aria-label': 'Decide' },
      action('Accept', 'a', () => void this.accept(), 'accept'),
      action('Dismiss', 'd', () => void this.dismiss(), 'dismiss'),
      action('Undo', 'u', () => void this.undo()),
      action('Same for alike', 'x', () => void this.alike()));
  }

  keys(): Record<string, () => void> {
    return {
      j: () => this.step(1), k: () => this.step(-1), n: () => this.nextOpen(),
      a: () => void this.accept(), d: () => void this.dismiss(), u: () => void this.undo(),
      x: () => void this.alike(),
      m: () => {
        const on = [...this.mentions.values()].some((box) => box.checked);
        for (const box of this.mentions.values()) box.checked = !on;
        this.showMentions();
      },
      '/': () => {
        const tools = this.element.querySelector<HTMLDetailsElement>('details.tools');
        if (tools) tools.open = true;
        tools?.querySelector('select')?.focus();
      },
      ']': () => { if (this.ways.next) location.href = this.ways.next; },
      '[': () => { if (this.ways.previous) location.href = this.ways.previous; },
      o: () => { location.href = this.ways.overview; },
    };
  }

  private fits(item: Item): boolean {
    const { claim } = item;
    const { severity, type, voice, jurisdiction, state } = this.filter;
    if (state === 'supported') { if (claim.unsupported) return false; }
    else if (state === 'vetoed') { if (!claim.vetoed || isForReview(item)) return false; }
    else if (!isForReview(item)) return false;
    else if (state && this.decisions.state(claim, item.said) !== state) return false;
    return (!severity || claim.severity === severity) && (!type || claim.type === type) &&
      (!voice || claim.voice === voice) && (!jurisdiction || claim.basis.some((one) => one.jurisdiction === jurisdiction));
  }

  private refilter(): void {
    const { items } = this.article;
    this.listed = items.flatMap((item, i) => (this.fits(item) ? [i] : []));
    const listed = new Set(this.listed);
    for (const element of this.article.element.querySelectorAll('.claim')) element.classList.add('off');
    for (const i of listed) for (const link of items[i]!.links) link.classList.remove('off');
    if (!listed.has(this.current)) this.current = -1;
    this.refreshStates();
    if (this.current < 0 && this.listed.length > 0) this.show(this.listed[0]!, false);
  }

  /// What decisions change in the text; apart from the rest, as there can be thousands of claims.
  private refreshStates(): void {
    const work = this.article.items.filter(isForReview);
    let done = 0;
    for (const item of work) {
      const state = this.decisions.state(item.claim, item.said);
      if (state !== 'open') ++done;
      for (const link of item.links) {
        link.classList.toggle('accepted', state === 'accepted');
        link.classList.toggle('dismissed', state === 'dismissed');
      }
    }
    this.progress.textContent = `${done} of ${work.length} reviewed`;
    this.refresh();
  }

  private refresh(): void {
    const at = this.listed.indexOf(this.current);
    this.position.textContent = this.listed.length === 0 ? 'no claims' : `${at + 1} of ${this.listed.length}`;
    const item = this.article.items[this.current];
    this.panel.replaceChildren(item ? detail(item, this.data, this.decisions)
                                    : el('p', { class: 'quiet' }, this.listed.length === 0 ? 'No claim fits these filters.' : ''));
  }

  go(item: number): void {
    if (item >= 0 && item < this.article.items.length) this.show(item, true);
  }

  private show(index: number, scroll: boolean): void {
    const before = this.article.items[this.current];
    for (const link of before?.links ?? []) link.classList.remove('current');
    this.current = index;
    const item = this.article.items[index]!;
    for (const link of item.links) link.classList.add('current');
    this.panel.scrollTop = 0;
    this.refresh();
    if (!scroll) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    item.links[0]?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'instant' });
    item.links[0]?.focus({ preventScroll: true });
    say(`Claim ${this.listed.indexOf(index) + 1} of ${this.listed.length}: ${verdict(item)}, ${typeName(this.data.meta, item.claim.type)}`);
  }

  private step(by: number): void {
    if (this.listed.length === 0) return;
    const at = this.listed.indexOf(this.current);
    const next = Math.min(this.listed.length - 1, Math.max(0, at + by));
    this.show(this.listed[next]!, true);
  }

  private nextOpen(): void {
    const open = (i: number): boolean => {
      const item = this.article.items[i]!;
      return isForReview(item) && this.decisions.state(item.claim, item.said) === 'open';
    };
    const next = this.listed.find((i) => i > this.current && open(i)) ?? this.listed.find(open);
    if (next === undefined) say('Every claim listed is reviewed');
    else this.show(next, true);
  }

  private subject(): Subject | null {
    const item = this.article.items[this.current];
    if (!item || !isForReview(item)) return null;
    return { claim: item.claim, said: item.said, text: plain(item.sentence.text) };
  }

  private async decide(subject: Subject, state: State, reason: string, alike: boolean): Promise<boolean> {
    try {
      await this.decisions.decide(subject, state, reason, alike, this.ways.id);
    } catch (error) {
      alert(`Not saved. ${error instanceof Error ? error.message : ''}`);
      return false;
    }
    say(stateText(this.decisions.of(subject.claim, subject.said)));
    return true;
  }

  private async accept(): Promise<void> {
    const subject = this.subject();
    if (subject && (await this.decide(subject, 'accepted', '', false))) this.onward(subject);
  }

  private async undo(): Promise<void> {
    const subject = this.subject();
    if (subject) await this.decide(subject, 'open', '', false);
  }

  private async dismiss(): Promise<void> {
    const subject = this.subject();
    if (!subject) return;
    const trouble = this.decisions.trouble();
    if (trouble) {
      alert(trouble);
      return;
    }
    // What was typed is not lost where it could not be saved.
    let answer = await askReason(this.decisions.alike(subject));
    while (answer && !(await this.decide(subject, 'dismissed', answer.reason, answer.alike))) {
      answer = await askReason(this.decisions.alike(subject), answer.reason);
    }
    if (answer) this.onward(subject);
  }

  /// The decision on this claim, for every claim that says the same.
  private async alike(): Promise<void> {
    const subject = this.subject();
    const decided = subject && this.decisions.of(subject.claim, subject.said);
    if (!subject || !decided || decided.state === 'open') {
      say('Decide this claim first, then apply it to those that say the same');
      return;
    }
    const others = this.decisions.alike(subject);
    if (await this.decide(subject, decided.state, decided.reason, true)) {
      say(others === null ? 'Applied to all that say the same' : `Applied to ${counted(others, 'other claim')}`);
    }
  }

  /// From what was decided, if it is still looked at.
  private onward(decided: Subject): void {
    if (this.subject()?.claim !== decided.claim) return;
    const at = this.listed.indexOf(this.current);
    const next = this.listed[at + 1];
    if (next !== undefined) this.show(next, true);
  }

  private print(): void {
    const entries = this.listed.map((i) => {
      const item = this.article.items[i]!;
      return el('li', {}, el('strong', {}, `${typeName(this.data.meta, item.claim.type)} (${verdict(item)}): `),
                el('q', {}, shown(item.sentence.text.slice(item.begin, item.end))), ' ', shown(item.claim.message), '. ',
                item.claim.instead ? el('em', {}, 'Safer: ', shown(item.claim.instead), '. ') : null,
                shown(stateText(this.decisions.of(item.claim, item.said))));
    });
    this.printed.replaceChildren(el('h2', {}, 'Claims'), el('ol', {}, ...entries),
                                 el('p', {}, 'A screening aid, not a legal finding.'));
  }
}
