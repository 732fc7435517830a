// SPDX-License-Identifier: Apache-2.0
// Finds out what page this is and shows it.
import { Decisions } from './decisions.ts';
import { el, say } from './dom.ts';
import { DocumentList } from './list.ts';
import type { DocumentData, FolderPlace, IndexData, Row } from './model.ts';
import { agreementSection, chartSection, lead, progress } from './overview.ts';
import { Review } from './review.ts';
import { Server } from './server.ts';
import { download, help, onKey, reviewerField } from './work.ts';

const fileName = 'claimlint-decisions.json';

function embedded<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}

function showPage(title: string, ...parts: (Node | null)[]): void {
  document.title = title;
  document.getElementById('app')?.replaceChildren(...parts.filter((part) => part !== null));
}

function failed(error: unknown): void {
  showPage('claimlint', el('main', {}, el('h1', {}, 'This report cannot be shown'),
                           el('p', {}, error instanceof Error ? error.message : String(error))));
}

const tool = (text: string, click: () => void): HTMLElement => el('button', { type: 'button', click }, text);

/// All documents in one page, or behind one server.
class Desk {
  private list: DocumentList | null = null;
  private overview: HTMLElement | null = null;
  private review: Review | null = null;
  private opened = '';
  private scrolled = 0;
  private closing = new AbortController();
  private readonly rows: Map<string, Row>;

  constructor(private readonly index: IndexData, private readonly decisions: Decisions,
              private readonly server: Server | null) {
    this.rows = new Map(index.documents.map((row) => [row.id, row]));
    addEventListener('hashchange', () => void this.route());
    addEventListener('keydown', (event) => onKey(event, this.keys()));
  }

  private readonly hrefOf = (row: Row): string =>
    this.index.mode === 'folder' ? `documents/${row.id}` : `#/d/${row.id}`;

  private keys(): Record<string, () => void> {
    const common = { '?': help, e: () => void this.export() };
    if (this.review) return { ...this.review.keys(), ...common };
    return { ...common, '/': () => this.list?.focusSearch() };
  }

  async route(): Promise<void> {
    const asked = location.hash;
    const [, id, item] = /^#\/d\/([^/]+)(?:\/(\d+))?$/.exec(asked) ?? [];
    const row = id === undefined ? undefined : this.rows.get(decodeURIComponent(id));
    try {
      if (row) await this.open(row, item === undefined ? null : Number(item), asked);
      else this.showOverview();
    } catch (error) {
      if (location.hash === asked) failed(error);
    }
  }

  /// Unless something else was asked for before the document came.
  private async open(row: Row, item: number | null, asked: string): Promise<void> {
    if (this.opened !== row.id || !this.review) {
      const data = await this.load(row);
      if (location.hash !== asked) return;
      if (!this.review) this.scrolled = scrollY;
      this.review?.close();
      this.review = new Review(data, this.decisions, this.ways(row));
      this.opened = row.id;
      showPage(`${row.title ?? row.path} – claimlint`, this.head(true), this.review.element);
      scrollTo(0, 0);
      say(`Opened ${row.title ?? row.path}`);
    }
    if (item !== null) this.review.go(item);
  }

  private async load(row: Row): Promise<DocumentData> {
    const data = this.server ? await this.server.document(row.id)
                             : embedded<DocumentData>(`claimlint-document-${row.id}`);
    if (!data) throw new Error('This document is not in the report.');
    if (data.decisions) this.decisions.take(data.decisions);
    return data;
  }

  private ways(row: Row): ConstructorParameters<typeof Review>[2] {
    const at = this.index.documents.indexOf(row);
    const href = (other: Row | undefined): string | null => (other ? this.hrefOf(other) : null);
    return { id: row.id, overview: '#/', previous: href(this.index.documents[at - 1]),
             next: href(this.index.documents[at + 1]), claim: (item) => `#/d/${row.id}/${item}` };
  }

  private head(small: boolean): HTMLElement {
    const title = el(small ? 'p' : 'h1', { class: 'brand' }, 'Claims to review');
    this.closing.abort();
    this.closing = new AbortController();
    return el('header', { class: 'top' }, title,
              progress(this.index, this.decisions, this.closing.signal),
              el('div', { class: 'tools-row' }, reviewerField(this.decisions),
                 tool('Export decisions', () => void this.export()), tool('Help', help)));
  }

  private showOverview(): void {
    const back = this.review !== null;
    this.review?.close();
    this.review = null;
    this.list ??= new DocumentList(this.index, this.decisions, this.hrefOf);
    this.overview ??= el('main', { class: 'overview', id: 'main' }, lead(this.index), this.list.element,
                         chartSection(this.index),
                         el('footer', {}, el('p', { class: 'quiet' }, `claimlint ${this.index.summary.tool.version}, lexicons ${this.index.summary.tool.lexicons.slice(0, 12)}. A screening aid, not a legal finding.`)));
    showPage('Claims to review – claimlint', this.head(false), this.overview);
    if (back) scrollTo(0, this.scrolled);
    if (this.server) void this.showAgreement(this.server, this.overview);
    if (location.hash === '#export') void this.export();
  }

  private async showAgreement(server: Server, overview: HTMLElement): Promise<void> {
    const agreement = await server.agreement().catch(() => null);
    if (!agreement || agreement.pairs.length === 0) return;
    const section = agreementSection(agreement, this.index, this.hrefOf);
    overview.querySelector('section[aria-labelledby=agreement]')?.remove();
    overview.querySelector('footer')?.before(section);
  }

  private async served(server: Server): Promise<string> {
    const [file, all] = await Promise.all([server.file(), server.decisions()]);
    this.decisions.take(all);
    return this.decisions.merged(this.index, file);
  }

  private async export(): Promise<void> {
    try {
      download(fileName, this.server ? await this.served(this.server) : this.decisions.file(this.index));
      say('Decisions exported');
    } catch (error) {
      alert(error instanceof Error ? error.message : String(error));
    }
  }
}

/// One document in a folder of pages.
function showFolderPage(place: FolderPlace): void {
  const data = embedded<DocumentData>(`claimlint-document-${place.id}`);
  if (!data) throw new Error('This page has no document.');
  const decisions = new Decisions('folder', null, null);
  const overview = '../index.html';
  const review = new Review(data, decisions, {
    id: place.id, overview, previous: place.previous ?? null, next: place.next ?? null,
    claim: (item) => `#${item}`,
  });
  const name = data.document.source.title ?? data.document.path;
  const head = el('header', { class: 'top' }, el('p', { class: 'brand' }, el('a', { href: overview }, 'Claims to review')),
                  el('div', { class: 'tools-row' }, reviewerField(decisions),
                     el('a', { class: 'button', href: `${overview}#export` }, 'Export decisions'), tool('Help', help)));
  showPage(`${name} – claimlint`, head, review.element);
  addEventListener('keydown', (event) => onKey(event, { ...review.keys(), '?': help, e: () => { location.href = `${overview}#export`; } }));
  const route = (): void => { if (/^#\d+$/.test(location.hash)) review.go(Number(location.hash.slice(1))); };
  addEventListener('hashchange', route);
  route();
}

async function start(): Promise<void> {
  const index = embedded<IndexData | FolderPlace>('claimlint-index');
  if (!index) throw new Error('It has no data.');
  if (!('documents' in index) && index.mode === 'folder') {
    showFolderPage(index);
    return;
  }
  const server = index.mode === 'served' ? new Server() : null;
  const all = server ? await server.index() : (index as IndexData);
  const decisions = new Decisions(index.mode, all.groups, server);
  if (server) decisions.take(await server.decisions());
  await new Desk(all, decisions, server).route();
}

start().catch(failed);
