// SPDX-License-Identifier: Apache-2.0
// The list of documents: any number of them, of which only those in sight are drawn.
import type { Decisions } from './decisions.ts';
import { counted, el, isolated, plain, select } from './dom.ts';
import { claimCount, packedSize, typeName, type IndexData, type Row } from './model.ts';
import { sparkline } from './charts.ts';

type Key = 'risk' | 'path' | 'high' | 'claims' | 'left';

const letters: Record<string, string> = { h: 'high', m: 'medium', l: 'low', n: 'low' };

function places(row: Row): { at: number; severity: string }[] {
  const all = [];
  for (let at = 0; at < row.claims.length; at += packedSize) {
    all.push({ at: Number(row.claims.slice(at + 14, at + packedSize)),
               severity: letters[row.claims[at + 12] ?? 'l'] ?? 'low' });
  }
  return all;
}

export class DocumentList {
  private search = '';
  private band = '';
  private severity = '';
  private type = '';
  private state = '';
  private key: Key = 'risk';
  private down = true;
  private rows: Row[] = [];
  private rowHeight = 45;
  private drawn = '';
  private readonly searched: string[];
  private readonly body = el('tbody');
  private readonly count = el('p', { class: 'quiet', role: 'status' });
  private readonly box: HTMLElement;
  private readonly heads = new Map<Key, HTMLElement>();
  private readonly table: HTMLElement;
  readonly element: HTMLElement;

  constructor(private readonly index: IndexData, private readonly decisions: Decisions,
              private readonly hrefOf: (row: Row) => string) {
    this.searched = index.documents.map((row) =>
      `${row.path} ${row.title ?? ''} ${row.url ?? ''} ${row.site ?? ''}`.toLowerCase());
    const head = el('tr', {}, this.head('risk', 'Risk'), this.head('path', 'Document'),
                    el('th', { scope: 'col', class: 'wide' }, 'Where claims sit'),
                    this.head('high', 'High / medium / low'), this.head('left', 'To review'));
    this.table = el('table', { class: 'documents' }, el('caption', { class: 'unseen' }, 'Documents'),
                    el('thead', {}, head), this.body);
    this.box = el('div', { class: 'rows', tabindex: 0, role: 'region', 'aria-label': 'Rows of documents',
                           scroll: () => this.draw() }, this.table);
    this.element = el('section', { 'aria-labelledby': 'documents' },
                      el('h2', { id: 'documents' }, 'Documents'), this.filters(), this.count, this.box);
    decisions.onChange(() => this.update());
    new ResizeObserver(() => this.draw()).observe(this.box);
    this.update();
  }

  focusSearch(): void {
    this.element.querySelector<HTMLElement>('input')?.focus();
  }

  private filters(): HTMLElement {
    const input = el('input', { type: 'search', placeholder: 'path, title or site',
                                input: () => { this.search = input.value.toLowerCase(); this.update(true); } });
    const pick = (label: string, options: [string, string][], set: (value: string) => void): HTMLElement =>
      select(label, options, '', (value) => { set(value); this.update(true); });
    const types = this.index.types.map((type): [string, string] => [type, typeName(this.index.meta, type)])
      .sort((a, b) => a[1].localeCompare(b[1]));
    return el('div', { class: 'filters' },
              el('label', { class: 'field grow' }, el('span', {}, 'Search'), input),
              pick('Risk', [['', 'any'], ['high', 'high'], ['medium', 'medium'], ['low', 'low']],
                   (value) => { this.band = value; }),
              pick('Severity', [['', 'any'], ['0', 'has high'], ['1', 'has medium'], ['2', 'has low']],
                   (value) => { this.severity = value; }),
              pick('Claims of type', [['', 'any'], ...types], (value) => { this.type = value; }),
              pick('State', [['', 'any'], ['left', 'to review'], ['done', 'reviewed'], ['incomplete', 'not fully audited']],
                   (value) => { this.state = value; }));
  }

  private head(key: Key, text: string): HTMLElement {
    const cell = el('th', { scope: 'col', class: key }, el('button', {
      type: 'button',
      click: () => {
        this.down = this.key === key ? !this.down : key !== 'path';
        this.key = key;
        this.update(true);
      },
    }, text));
    this.heads.set(key, cell);
    return cell;
  }

  private value(row: Row): number {
    if (this.key === 'high') return (row.severity?.[0] ?? -1) * 1e6 + (row.severity?.[1] ?? 0);
    if (this.key === 'claims') return claimCount(row);
    if (this.key === 'left') return claimCount(row) - this.decisions.reviewed(row);
    return row.risk ?? -1;
  }

  private fits(row: Row, at: number): boolean {
    if (this.search && !this.searched[at]?.includes(this.search)) return false;
    if (this.band && row.band !== this.band) return false;
    if (this.severity && !row.severity?.[Number(this.severity)]) return false;
    if (this.type) {
      const type = this.index.types.indexOf(this.type);
      if (!row.types.some((pair) => pair[0] === type)) return false;
    }
    if (this.state === 'incomplete') return row.status !== 'audited';
    if (!this.state) return true;
    const left = claimCount(row) - this.decisions.reviewed(row);
    return this.state === 'left' ? left > 0 : left === 0;
  }

  private update(top = false): void {
    const rows = this.index.documents.filter((row, at) => this.fits(row, at));
    const sign = this.down ? -1 : 1;
    if (this.key === 'path') {
      rows.sort((a, b) => (a.path < b.path ? -sign : a.path > b.path ? sign : 0));
    } else {
      const values = new Map(rows.map((row) => [row, this.value(row)]));
      rows.sort((a, b) => sign * ((values.get(a) ?? 0) - (values.get(b) ?? 0)));
    }
    this.rows = rows;
    for (const [key, cell] of this.heads) {
      cell.setAttribute('aria-sort', key !== this.key ? 'none' : this.down ? 'descending' : 'ascending');
    }
    const all = this.index.documents.length;
    this.count.textContent = rows.length === all ? counted(all, 'document')
      : `${rows.length.toLocaleString('en')} of ${counted(all, 'document')}`;
    this.table.setAttribute('aria-rowcount', String(rows.length + 1));
    if (top) this.box.scrollTop = 0;
    this.draw();
  }

  private draw(): void {
    const measured = this.body.querySelector<HTMLElement>('tr.document')?.offsetHeight;
    if (measured) this.rowHeight = measured;
    const height = this.box.clientHeight || 600;
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.rowHeight) - 8);
    const last = Math.min(this.rows.length, first + Math.ceil(height / this.rowHeight) + 16);
    // Left alone where nothing is new: a click on a row would be lost with it.
    const shown = this.rows.slice(first, last);
    const drawn = `${this.rowHeight} ${first} ${this.rows.length} ` +
      shown.map((row) => `${row.id}:${this.decisions.reviewed(row)}`).join();
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const space = (rows: number): HTMLElement | null => {
      if (rows <= 0) return null;
      const cell = el('td');
      cell.style.height = `${rows * this.rowHeight}px`;
      return el('tr', { class: 'space', 'aria-hidden': 'true' }, cell);
    };
    const parts = [space(first), ...shown.map((row, i) => this.row(row, first + i)),
                   space(this.rows.length - last)];
    this.body.replaceChildren(...parts.filter((part) => part !== null));
  }

  private row(row: Row, at: number): HTMLElement {
    const claims = claimCount(row);
    const left = claims - this.decisions.reviewed(row);
    const [high, medium, low] = row.severity ?? [0, 0, 0];
    const name = row.title ?? row.path;
    const risk = row.risk === undefined ? '–' : row.risk.toFixed(1);
    const status = row.status === 'audited' ? '' : row.status === 'partial' ? ' partly audited' : ' not audited';
    return el('tr', { class: 'document', 'aria-rowindex': at + 2 },
              el('td', { class: `risk band-${row.band ?? 'none'}` }, risk,
                 el('span', { class: 'band' }, row.band ?? 'not audited')),
              el('td', { class: 'name' },
                 el('a', { href: this.hrefOf(row), title: plain(row.path) }, isolated(name)),
                 el('span', { class: 'quiet' }, row.title ? isolated(row.path) : '', status)),
              el('td', { class: 'wide' }, sparkline(places(row), 150, 20)),
              el('td', { class: 'counts' }, `${high} / ${medium} / ${low}`),
              el('td', { class: 'left' }, claims === 0 ? '–' : left === 0 ? '✓ done' : `${left} of ${claims}`));
  }
}
