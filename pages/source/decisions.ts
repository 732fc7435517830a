// SPDX-License-Identifier: Apache-2.0
// What the reviewer decided: kept in the browser, or by the server.
import type { Claim, IndexData, Prior, Reviewed, Row, State } from './model.ts';
import { packedSize, shortId } from './model.ts';
import type { Server } from './server.ts';

export interface Decided {
  state: State;
  reason: string;
  by: string;
  at: string;
  type: string;
  rule: string;
  text: string;
}

interface Kept {
  by: string;
  claims: Record<string, Decided>;
  /** By what claims say: in a page of a folder, which does not know the claims of the others. */
  said: Record<string, Decided>;
}

/// A claim with what a decision on it needs.
export interface Subject {
  claim: Claim;
  said: string;
  text: string;
}

/// Of one request: so many that the longest reasons fit with ease.
const batchSize = 1000;

const today = (): string => new Date().toISOString().slice(0, 10);

/// One store for all pages of a report: the file, or the folder.
function placeOf(mode: string): string {
  const path = location.pathname.replace(/\/documents\/[^/]*$/, '/').replace(/\/index\.html$/, '/');
  return `claimlint ${mode === 'served' ? 'served' : path}`;
}

function stateOf(prior: Prior | null | undefined): State {
  if (!prior) return 'open';
  return prior.action === 'dismiss' ? 'dismissed' : 'accepted';
}

export class Decisions {
  private kept: Kept = { by: '', claims: {}, said: {} };
  private readonly place: string;
  private readonly listeners = new Set<() => void>();
  /** Of all reviewers, from the server. */
  readonly others = new Map<string, Reviewed[]>();
  private states: Map<string, State> | null = null;

  constructor(mode: string, private readonly groups: Record<string, string[]> | null,
              private readonly server: Server | null) {
    this.place = placeOf(mode);
    this.read();
    // What is kept here of a server's is the name, and another window may be another reviewer's.
    if (server) return;
    addEventListener('storage', (event) => {
      if (event.key !== this.place) return;
      this.read();
      this.changed();
    });
  }

  get by(): string {
    return this.kept.by;
  }

  set by(name: string) {
    this.kept.by = name;
    if (this.server) this.takeMine();
    this.write();
    this.changed();
  }

  /// Until the signal, if there is one.
  onChange(listener: () => void, signal?: AbortSignal): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  /// Why nothing can be decided yet; empty where it can.
  trouble(): string {
    return this.server && !this.by ? 'Enter your name under Reviewer first.' : '';
  }

  of(claim: Claim, said: string): Decided | null {
    const kept = this.kept.claims[claim.id] ?? this.kept.said[said];
    if (kept) return kept;
    const prior = claim.decision;
    if (!prior) return null;
    return { state: stateOf(prior), reason: prior.reason, by: prior.by, at: '', type: claim.type,
             rule: claim.rule, text: '' };
  }

  state(claim: Claim, said: string): State {
    return this.of(claim, said)?.state ?? 'open';
  }

  /// How many other claims of the report say the same; null where that is not known here.
  alike(subject: Subject): number | null {
    if (!this.groups) return null;
    return (this.groups[subject.said]?.length ?? 1) - 1;
  }

  async decide(subject: Subject, state: State, reason: string, alike: boolean,
               documentId: string): Promise<void> {
    const decided: Decided = { state, reason, by: this.by, at: today(), type: subject.claim.type,
                               rule: subject.claim.rule, text: subject.text.slice(0, 300) };
    const ids = alike && this.groups ? this.groups[subject.said] ?? [subject.claim.id]
                                     : [subject.claim.id];
    if (this.trouble()) throw new Error(this.trouble());
    try {
      for (let at = 0; at < ids.length; at += batchSize) {
        await this.save(ids.slice(at, at + batchSize), decided, documentId);
      }
      if (alike && !this.groups) this.kept.said[subject.said] = decided;
    } finally {
      this.write();
      this.changed();
    }
  }

  private async save(ids: string[], decided: Decided, documentId: string): Promise<void> {
    if (this.server) {
      const { state, reason, by } = decided;
      const time = await this.server.decide(documentId, ids, decided);
      for (const claim of ids) this.note({ claim, state, reason, reviewer: by, time });
      if (by !== this.by) return;
    }
    for (const id of ids) this.kept.claims[id] = decided;
  }

  /// What the server knows; the latest of each reviewer.
  take(all: Reviewed[]): void {
    for (const one of all) this.note(one);
    this.takeMine();
    this.changed();
  }

  private note(one: Reviewed): void {
    const known = (this.others.get(one.claim) ?? []).filter((other) => other.reviewer !== one.reviewer);
    this.others.set(one.claim, [...known, one]);
  }

  private takeMine(): void {
    this.kept.claims = {};
    for (const [claim, all] of this.others) {
      const mine = all.find((one) => one.reviewer === this.kept.by);
      if (mine) {
        this.kept.claims[claim] = { state: mine.state, reason: mine.reason, by: mine.reviewer,
                                    at: mine.time.slice(0, 10), type: '', rule: '', text: '' };
      }
    }
  }

  /// Reviewed claims of a row, of all of them.
  reviewed(row: Row): number {
    const states = this.shortStates();
    let count = 0;
    for (let at = 0; at < row.claims.length; at += packedSize) {
      const prior = row.claims[at + 13];
      const state = states.size === 0 ? undefined : states.get(row.claims.slice(at, at + 12));
      if (state === undefined ? prior !== '.' : state !== 'open') ++count;
    }
    return count;
  }

  private shortStates(): Map<string, State> {
    if (this.states) return this.states;
    const states = new Map<string, State>();
    for (const [said, decided] of Object.entries(this.kept.said)) {
      for (const id of this.groups?.[said] ?? []) states.set(shortId(id), decided.state);
    }
    for (const [id, decided] of Object.entries(this.kept.claims)) {
      states.set(shortId(id), decided.state);
    }
    this.states = states;
    return states;
  }

  /// The decisions file: docs/decisions.md.
  file(index: IndexData): string {
    const all = new Map(priorEntries(index));
    for (const [said, decided] of Object.entries(this.kept.said)) {
      for (const id of index.groups[said] ?? []) put(all, id, decided);
    }
    for (const [id, decided] of Object.entries(this.kept.claims)) put(all, id, decided);
    return written(all);
  }

  /// The server's file, and what the report was made with where no reviewer has decided since.
  merged(index: IndexData, file: string): string {
    const all = new Map(priorEntries(index).filter(([claim]) => !this.others.has(claim)));
    const { decisions } = JSON.parse(file) as { decisions: { claim: string }[] };
    for (const one of decisions) all.set(one.claim, one);
    return written(all);
  }

  private read(): void {
    this.states = null;
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.place) ?? '{}');
      this.kept = { by: '', claims: {}, said: {}, ...(kept as Partial<Kept>) };
    } catch {
      this.kept = { by: '', claims: {}, said: {} };
    }
  }

  private write(): void {
    const kept = this.server ? { by: this.kept.by } : this.kept;
    try {
      localStorage.setItem(this.place, JSON.stringify(kept));
    } catch {
      if (!this.server) alert('This browser keeps no data for this page: export your decisions before you close it.');
    }
  }

  private changed(): void {
    this.states = null;
    for (const listener of this.listeners) listener();
  }
}

function priorEntries(index: IndexData): [string, object][] {
  return index.decided.map(({ claim, type, rule, decision }) => {
    const { action, reason, by, expires } = decision;
    return [claim, { claim, action, ...(reason && { reason }), ...(by && { by }),
                     ...(expires && { expires }), type, rule }];
  });
}

function written(all: Map<string, object>): string {
  const entries = [...all.values()].map((entry) => '  ' + JSON.stringify(entry));
  return `{"schema": 1, "decisions": [\n${entries.join(',\n')}\n]}\n`;
}

function put(all: Map<string, object>, claim: string, decided: Decided): void {
  if (decided.state === 'open') {
    all.delete(claim);
    return;
  }
  const { reason, by, at, type, rule, text } = decided;
  all.set(claim, {
    claim, action: decided.state === 'dismissed' ? 'dismiss' : 'accept', ...(reason && { reason }),
    ...(by && { by }), ...(at && { at }), ...(type && { type }), ...(rule && { rule }),
    ...(text && { text }),
  });
}
