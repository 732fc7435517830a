// SPDX-License-Identifier: Apache-2.0
// What the reviewer is asked: a reason, a name; and the help.
import type { Decisions } from './decisions.ts';
import { el, type Child } from './dom.ts';

/// As docs/server.md has them.
const mostReason = 2000;
const mostName = 100;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const shortcutsKey = 'claimlint shortcuts';

export const keys: [string, string][] = [
  ['j', 'next claim'], ['k', 'previous claim'], ['n', 'next claim to review'],
  ['a', 'accept: rightly reported'], ['d', 'dismiss, with a reason'], ['u', 'take the decision back'],
  ['x', 'the same for every claim that says the same'],
  ['m', 'mentions on or off'], ['/', 'search or filter'], [']', 'next document'], ['[', 'previous document'],
  ['o', 'overview'], ['e', 'export the decisions'], ['?', 'this help'],
];

export function shortcutsOn(): boolean {
  return localStorage.getItem(shortcutsKey) !== 'off';
}

function dialog(title: string, ...children: Child[]): HTMLDialogElement {
  const box = el('dialog', { 'aria-labelledby': 'dialog-title', close: () => box.remove() },
                 el('h2', { id: 'dialog-title' }, title), ...children);
  document.body.append(box);
  box.showModal();
  return box;
}

function button(text: string, click: () => void, kind = ''): HTMLButtonElement {
  return el('button', { type: 'button', class: kind, click }, text);
}

export function help(): void {
  const on = el('input', { type: 'checkbox', checked: shortcutsOn(),
                           change: () => localStorage.setItem(shortcutsKey, on.checked ? 'on' : 'off') });
  const box = dialog('Help',
    el('p', {}, 'Each marked passage is a claim that nothing in the article supports. Accept it if it is rightly reported; dismiss it, with a reason, if it is not or need not be. A screening aid, not a legal finding.'),
    el('dl', { class: 'keys' }, ...keys.flatMap(([key, text]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)])),
    el('ul', { class: 'legend' },
       el('li', {}, el('span', { class: 'claim high first' }, 'high'), ' severity'),
       el('li', {}, el('span', { class: 'claim medium first' }, 'medium'), ' severity'),
       el('li', {}, el('span', { class: 'claim low first' }, 'low'), ' severity'),
       el('li', {}, el('span', { class: 'claim none first' }, 'supported'), ' or not counted')),
    el('label', { class: 'check' }, on, ' these keys are on'),
    el('p', { class: 'actions' }, button('Close', () => box.close(), 'primary')));
}

/// Null where it was given up.
export function askReason(alike: number | null, before = ''): Promise<{ reason: string; alike: boolean } | null> {
  return new Promise((done) => {
    const reason = el('textarea', { rows: 3, required: true, 'aria-describedby': 'reason-hint' });
    const all = el('input', { type: 'checkbox' });
    const problem = el('p', { class: 'problem', role: 'alert' });
    let answer: { reason: string; alike: boolean } | null = null;
    const give = (): void => {
      const bytes = bytesOf(reason.value.trim());
      if (bytes === 0 || bytes > mostReason) {
        problem.textContent = bytes === 0 ? 'Please give a reason.'
          : `Please be shorter: these are ${bytes} bytes, and ${mostReason} are kept.`;
        reason.focus();
        return;
      }
      answer = { reason: reason.value.trim(), alike: all.checked };
      box.close();
    };
    reason.value = before;
    reason.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        give();
      }
    });
    const also = alike === null ? 'also the other claims of this report that say the same'
                                : `also the ${alike} other${alike === 1 ? '' : 's'} that say${alike === 1 ? 's' : ''} the same`;
    const box = dialog('Dismiss this claim',
      el('label', { class: 'field' }, el('span', {}, 'Reason'), reason),
      el('p', { id: 'reason-hint', class: 'quiet' }, 'Goes into the decisions file, for whoever asks why. Enter dismisses.'),
      alike === 0 ? null : el('label', { class: 'check' }, all, ' ' + also), problem,
      el('p', { class: 'actions' }, button('Cancel', () => box.close()), button('Dismiss', give, 'primary')));
    box.addEventListener('close', () => done(answer));
    reason.focus();
  });
}

export function reviewerField(decisions: Decisions): HTMLElement {
  const take = (): void => {
    const name = input.value.trim();
    const fits = bytesOf(name) <= mostName;
    input.setCustomValidity(fits ? '' : `A name has at most ${mostName} bytes.`);
    if (fits) decisions.by = name;
    else input.reportValidity();
  };
  const input = el('input', { type: 'text', value: decisions.by, autocomplete: 'name', change: take });
  return el('label', { class: 'field reviewer' }, el('span', {}, 'Reviewer'), input);
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/// Single keys, but not where something is typed in.
export function onKey(event: KeyboardEvent, actions: Record<string, () => void>): void {
  const target = event.target as Element;
  const typing = target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn()) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
