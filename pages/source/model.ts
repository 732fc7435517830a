// SPDX-License-Identifier: Apache-2.0
// What reports hold, as far as the pages read it; docs/report.md and docs/pages.md.

export type Severity = 'high' | 'medium' | 'low' | 'none';
export type State = 'open' | 'accepted' | 'dismissed';
export const severities: readonly Severity[] = ['high', 'medium', 'low'];

export type Place = [number, number] | [[number, number], [number, number]];

export interface Mention {
  kind: string;
  concept?: string | null;
  text: string;
  stance: string;
}

export interface Source {
  kind: string;
  name: string;
  id: string | null;
  url: string | null;
  distance: number | null;
  verdict: string | null;
  certainty: string | null;
}

export interface Claim {
  id: string;
  type: string;
  rule: string;
  link: string | null;
  voice: string;
  stance: string;
  severity: Severity;
  severity_reasons: string[];
  confidence: string | null;
  unsupported: boolean;
  vetoed: { reason: string; cue: string } | null;
  decision: Prior | null;
  target: string;
  vulnerable: string[];
  frame: { role: string; concept: string | null; text: string }[];
  support: { status: string; sources: Source[] };
  basis: { id: string; jurisdiction: string; outcome: string }[];
  message: string;
  instead: string;
}

/// A decision that the report was made with.
export interface Prior {
  action: string;
  by: string;
  reason: string;
  expires: string | null;
  origin: string;
}

export interface Sentence {
  index: number;
  span: Place;
  line: number;
  column: number;
  text: string;
  block: string;
  heading: string | null;
  mentions: Mention[];
  claims: Claim[];
}

export interface Counts {
  high: number;
  medium: number;
  low: number;
}

export interface Report {
  path: string;
  source: { url: string | null; site: string | null; title: string | null; retrieved: string | null };
  format: string;
  language: string;
  bytes: number;
  status: string;
  reasons: string[];
  notes: { code: string; message: string }[];
  findings: { type: string; severity: Severity; message: string; basis: { id: string }[] }[];
  score: {
    risk: number;
    percentile: number | null;
    band: string;
    claims: number;
    by_severity: Counts;
    breakdown: { reason: string; points: number }[];
  } | null;
  sentences: Sentence[];
}

export interface TypeText {
  name: string;
  meaning?: string;
  not_a_claim?: string;
}

export interface Provision {
  jurisdiction: string;
  instrument: string;
  clause: string | null;
  summary: string;
  url: string;
}

/// Begins and ends of claims and of mentions in UTF-16 units, and what each claim says; 0: none.
export type Marks = 0 | [number[], number[], string[]];

export interface Reviewed {
  claim: string;
  state: State;
  reason: string;
  reviewer: string;
  time: string;
}

export interface DocumentData {
  document: Report;
  meta: { types: Record<string, TypeText>; provisions: Record<string, Provision> };
  marks: Marks[];
  decisions?: Reviewed[];
}

export interface Row {
  id: string;
  path: string;
  url?: string;
  site?: string;
  title?: string;
  status: string;
  risk?: number;
  band?: string;
  sentences?: number;
  severity?: [number, number, number];
  types: [number, number][];
  claims: string;
}

export interface RollUp {
  name: string;
  documents: number;
  band_high: number;
  claims: number;
  by_severity: Counts;
  mean_risk: number;
}

export interface Summary {
  tool: { version: string; lexicons: string };
  documents: number;
  by_status: { audited: number; partial: number; not_audited: number };
  by_band: Counts;
  claims: number;
  by_severity: Counts;
  by_type: Record<string, number>;
  clusters: {
    id: string;
    type: string;
    text: string;
    severity: Severity;
    claims: number;
    documents: number;
    sites: number;
    paths: string[];
  }[];
  sites: RollUp[];
  folders: RollUp[];
}

export interface IndexData {
  mode: 'file' | 'folder' | 'served';
  summary: Summary;
  meta: { types: Record<string, TypeText> };
  types: string[];
  in_baseline: number;
  documents: Row[];
  groups: Record<string, string[]>;
  decided: { claim: string; type: string; rule: string; decision: Prior }[];
}

/// Of a page of a folder, which is told only where it is.
export interface FolderPlace {
  mode: 'folder';
  id: string;
  previous?: string;
  next?: string;
}

/// A claim of a row is packed: 12 digits of its id, severity, state, three digits of its place.
export const packedSize = 17;
export const shortId = (id: string): string => id.slice(0, 12);
export const claimCount = (row: Row): number => row.claims.length / packedSize;

export function typeName(meta: { types: Record<string, TypeText> }, type: string): string {
  return meta.types[type]?.name ?? type;
}
