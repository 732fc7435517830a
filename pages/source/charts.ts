// SPDX-License-Identifier: Apache-2.0
// Charts of bars, each with the table it is drawn from.
import { el, shown, svg } from './dom.ts';

export interface Bar {
  label: string;
  parts: { value: number; kind: string }[];
  note?: string;
  href?: string;
}

const total = (bar: Bar): number => bar.parts.reduce((sum, part) => sum + part.value, 0);

function table(heading: string, bars: Bar[], kinds: string[]): HTMLElement {
  const head = el('tr', {}, el('th', { scope: 'col' }, heading),
                  ...kinds.map((kind) => el('th', { scope: 'col' }, kind)));
  const rows = bars.map((bar) =>
    el('tr', {}, el('th', { scope: 'row' }, shown(bar.label)),
       ...bar.parts.map((part) => el('td', {}, part.value.toLocaleString('en')))));
  return el('details', {}, el('summary', {}, 'As a table'),
            el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': heading },
               el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows))));
}

function figure(title: string, heading: string, bars: Bar[], kinds: string[], picture: Element): HTMLElement {
  return el('figure', {}, el('figcaption', {}, title), picture, table(heading, bars, kinds));
}

/// Lying bars with their labels above; long labels are cut by the table, not here.
export function lying(title: string, heading: string, bars: Bar[], kinds: string[]): HTMLElement {
  const width = 360, row = 34;
  const highest = Math.max(1, ...bars.map(total));
  const drawn = bars.flatMap((bar, i) => {
    const y = i * row;
    const text = bar.label.length > 46 ? bar.label.slice(0, 45) + '…' : bar.label;
    let x = 0;
    const pieces = bar.parts.map((part) => {
      const w = (part.value / highest) * width;
      const rect = svg('rect', { x, y: y + 18, width: w, height: 9, class: `bar ${part.kind}` });
      x += w;
      return rect;
    });
    return [
      svg('rect', { x: 0, y: y + 18, width, height: 9, class: 'track' }),
      ...pieces,
      svg('text', { x: 0, y: y + 13, class: 'label' }, shown(text).textContent ?? ''),
      svg('text', { x: width, y: y + 13, class: 'value', 'text-anchor': 'end' },
          bar.note ?? total(bar).toLocaleString('en')),
    ];
  });
  const picture = svg('svg', { viewBox: `0 0 ${width} ${Math.max(1, bars.length) * row}`, role: 'img',
                               'aria-label': `${title}; the table below has the figures` }, ...drawn);
  return figure(title, heading, bars, kinds, picture);
}

/// Standing bars, for what has an order.
export function standing(title: string, heading: string, bars: Bar[], kinds: string[]): HTMLElement {
  const width = 360, height = 170, step = width / bars.length;
  const highest = Math.max(1, ...bars.map(total));
  const drawn = bars.flatMap((bar, i) => {
    const value = total(bar);
    const scale = (height - 40) / highest;
    const h = value * scale;
    const x = i * step;
    let y = height - 20;
    const pieces = bar.parts.map((part) => {
      y -= part.value * scale;
      return svg('rect', { x: x + 3, y, width: step - 6, height: part.value * scale, class: `bar ${part.kind}` });
    });
    return [
      ...pieces,
      svg('text', { x: x + step / 2, y: height - 25 - h, class: 'value', 'text-anchor': 'middle' },
          value === 0 ? '' : value.toLocaleString('en')),
      svg('text', { x: x + step / 2, y: height - 5, class: 'label', 'text-anchor': 'middle' },
          bar.label.split('–')[0] ?? ''),
    ];
  });
  const base = svg('line', { x1: 0, x2: width, y1: height - 20, y2: height - 20, class: 'axis' });
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img',
                               'aria-label': `${title}; the table below has the figures` }, ...drawn, base);
  return figure(title, heading, bars, kinds, picture);
}

/// Where in a document its claims sit: the higher the mark, the more severe.
export function sparkline(places: { at: number; severity: string }[], width: number, height: number): SVGElement {
  const paths: Record<string, string> = { low: '', medium: '', high: '' };
  const heights: Record<string, number> = { low: 0.4, medium: 0.7, high: 1 };
  for (const { at, severity } of places) {
    const x = ((at / 1000) * (width - 2) + 1).toFixed(1);
    paths[severity] += `M${x} ${height - 1}V${(height - 1 - (heights[severity] ?? 0) * (height - 2)).toFixed(1)}`;
  }
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, preserveAspectRatio: 'none', class: 'sparkline', 'aria-hidden': 'true' },
             svg('line', { x1: 0, x2: width, y1: height - 0.5, y2: height - 0.5, class: 'axis' }),
             ...['low', 'medium', 'high'].map((kind) => svg('path', { d: paths[kind] ?? '', class: `tick ${kind}` })));
}
