// SPDX-License-Identifier: Apache-2.0
// The text as it reads, with its claims and mentions marked.
import { el, shown } from './dom.ts';
import type { Claim, DocumentData, Place, Sentence } from './model.ts';

export interface Item {
  index: number;
  claim: Claim;
  sentence: Sentence;
  said: string;
  begin: number;
  end: number;
  links: HTMLElement[];
}

const blockTags: Record<string, 'p' | 'h2' | 'blockquote' | 'div'> = {
  heading: 'h2', quote: 'blockquote', list_item: 'div', table_cell: 'div', hidden: 'div', boilerplate: 'div',
};
const chunkSize = 3000;
const rank: Record<string, number> = { high: 3, medium: 2, low: 1, none: 0 };

function flat(place: Place, end: 0 | 1): number | null {
  const value = place[end];
  return typeof value === 'number' ? value : null;
}

function gap(before: Sentence, next: Sentence): number | null {
  const end = flat(before.span, 1);
  const begin = flat(next.span, 0);
  return end === null || begin === null ? null : begin - end;
}

/// Whether the lines of a text end within its paragraphs: then a sentence begins behind a blank in
/// another line than the one before.
function isWrapped(sentences: Sentence[]): boolean {
  return sentences.some((next, i) => {
    const before = sentences[i - 1];
    return before !== undefined && next.line > before.line && next.column > 1 && gap(before, next) === 1;
  });
}

function begins(before: Sentence | undefined, next: Sentence, format: string, wrapped: boolean): boolean {
  if (!before || before.block !== next.block || before.heading !== next.heading) return true;
  const between = gap(before, next);
  if (between === null) return next.line !== before.line;
  if (format === 'html') return between > 3 || between < 0;
  if (next.block === 'list_item' && next.line !== before.line && next.column === 1) return true;
  return next.line !== before.line && (between > 1 || !wrapped);
}

/// Text goes into chunks that the browser lays out when they come into sight, so that neither long
/// articles nor endless lines make it wait.
class Flow {
  private chunk: HTMLElement;
  private size = 0;

  constructor(private readonly block: HTMLElement) {
    this.chunk = block;
  }

  add(text: string, wrap: (part: Node, chunk: HTMLElement) => void): void {
    for (let at = 0; at < text.length;) {
      if (this.size >= chunkSize) {
        this.chunk = el('div', { class: 'chunk' });
        this.block.append(this.chunk);
        this.size = 0;
      }
      let end = Math.min(text.length, at + chunkSize - this.size);
      const last = text.charCodeAt(end - 1);
      if (end < text.length && last >= 0xd800 && last < 0xdc00) ++end;
      wrap(shown(text.slice(at, end)), this.chunk);
      this.size += end - at;
      at = end;
    }
  }
}

interface Mark {
  begin: number;
  end: number;
  kind: string;
  item?: Item;
  title?: string;
}

function strongest(marks: Mark[]): Mark | undefined {
  let best: Mark | undefined;
  for (const mark of marks) {
    if (!mark.item) continue;
    const better = !best?.item || rank[mark.item.claim.severity]! > rank[best.item.claim.severity]!;
    if (better) best = mark;
  }
  return best;
}

export class Article {
  readonly items: Item[] = [];
  readonly element = el('div', { class: 'article' });
  readonly kinds = new Set<string>();

  constructor(data: DocumentData, private readonly hrefOf: (item: number) => string) {
    const { sentences, format } = data.document;
    const wrapped = isWrapped(sentences);
    let block: HTMLElement | null = null;
    let flow: Flow | null = null;
    sentences.forEach((sentence, i) => {
      if (!block || !flow || begins(sentences[i - 1], sentence, format, wrapped)) {
        block = el(blockTags[sentence.block] ?? 'p', { class: `block ${sentence.block}`, dir: 'auto' });
        if (sentence.block === 'hidden') block.append(el('span', { class: 'where' }, 'not seen on the page'));
        this.element.append(block);
        flow = new Flow(block);
      } else {
        flow.add(' ', (part, chunk) => chunk.append(part));
      }
      this.sentence(sentence, data.marks[i] || [[], [], []], flow);
    });
  }

  private marks(sentence: Sentence, [claims, mentions, said]: [number[], number[], string[]]): Mark[] {
    const marks: Mark[] = [];
    sentence.mentions.forEach((mention, m) => {
      this.kinds.add(mention.kind);
      marks.push({ begin: mentions[2 * m] ?? 0, end: mentions[2 * m + 1] ?? 0, kind: mention.kind,
                   title: `${mention.kind}${mention.concept ? `: ${mention.concept.replace(/^[a-z]+\./, '')}` : ''}` });
    });
    sentence.claims.forEach((claim, c) => {
      const item: Item = { index: this.items.length, claim, sentence, said: said[c] ?? '', begin: claims[2 * c] ?? 0,
                           end: claims[2 * c + 1] ?? 0, links: [] };
      this.items.push(item);
      marks.push({ begin: item.begin, end: item.end, kind: claim.severity, item });
    });
    return marks.filter((mark) => mark.end > mark.begin);
  }

  private sentence(sentence: Sentence, all: [number[], number[], string[]], flow: Flow): void {
    const marks = this.marks(sentence, all).sort((a, b) => a.begin - b.begin);
    const cuts = new Set([0, sentence.text.length]);
    for (const mark of marks) cuts.add(mark.begin).add(mark.end);
    const edges = [...cuts].sort((a, b) => a - b);
    let open: Mark[] = [];
    let next = 0;
    for (let i = 0; i + 1 < edges.length; ++i) {
      const begin = edges[i]!;
      open = open.filter((mark) => mark.end > begin);
      while (next < marks.length && marks[next]!.begin <= begin) open.push(marks[next++]!);
      const covered = open;
      flow.add(sentence.text.slice(begin, edges[i + 1]), (part, chunk) => chunk.append(this.marked(part, covered, begin)));
    }
  }

  private marked(part: Node, marks: Mark[], begin: number): Node {
    let node = part;
    const mention = marks.find((mark) => !mark.item);
    if (mention) node = el('span', { class: `mention ${mention.kind}`, title: mention.title }, node);
    const top = strongest(marks);
    if (!top?.item) return node;
    const item = top.item.index;
    // The link and the sign stand where the claim begins; the rest of its words is only marked.
    const first = begin === top.begin && top.item.links.length === 0;
    const link = first
      ? el('a', { class: `claim ${top.kind} first`, href: this.hrefOf(item), 'data-item': item }, node)
      : el('span', { class: `claim ${top.kind}`, 'data-item': item }, node);
    for (const mark of marks) mark.item?.links.push(link);
    return link;
  }
}
