// SPDX-License-Identifier: Apache-2.0
// Everything that is seen is made here, of text and attributes. Nothing is ever read as markup.

export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | EventListener>;

function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child) element.append(child);
  }
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, attributes, children);
  return element;
}

// Controls, marks that turn the writing direction, and characters that are not seen.
const signs =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

function label(sign: string): string {
  return 'U+' + sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}

// Joins parts of a picture, as in a family of emoji.
function isJoiner(text: string, at: number): boolean {
  return text[at] === '\u200d' && at > 0 && text.charCodeAt(at - 1) > 0x2190;
}

/// Text of articles for attributes: signs by their code.
export function plain(text: string): string {
  return text.replace(signs, (sign, at: number) => (isJoiner(text, at) ? sign : `[${label(sign)}]`));
}

/// Text of articles, with signs shown and without effect.
export function shown(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(signs)) {
    if (isJoiner(text, match.index)) continue;
    fragment.append(text.slice(from, match.index));
    fragment.append(el('span', { class: 'sign' }, label(match[0])));
    from = match.index + match[0].length;
  }
  fragment.append(text.slice(from));
  return fragment;
}

/// The same where other text follows on the line.
export function isolated(text: string): HTMLElement {
  return el('bdi', {}, shown(text));
}

/// A link where the address is one of the web; its text otherwise.
export function outLink(url: string | null | undefined, text: string): HTMLElement {
  let parsed: URL | null = null;
  try {
    parsed = url ? new URL(url) : null;
  } catch {
    parsed = null;
  }
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return isolated(text);
  return el('a', { href: parsed.href, rel: 'noopener noreferrer', target: '_blank' }, shown(text));
}

const live = el('div', { 'aria-live': 'polite', class: 'unseen' });

export function say(text: string): void {
  if (!live.isConnected) document.body.append(live);
  live.textContent = text;
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/// A choice with its label.
export function select(label: string, options: [string, string][], value: string,
                       changed: (value: string) => void): HTMLElement {
  const control = el('select', {
    change: () => changed(control.value),
  }, ...options.map(([name, text]) => el('option', { value: name, selected: name === value }, text)));
  return el('label', { class: 'field' }, el('span', {}, label), control);
}
