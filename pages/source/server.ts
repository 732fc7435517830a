// SPDX-License-Identifier: Apache-2.0
// What `claimlint serve` is asked; docs/server.md.
import type { Decided } from './decisions.ts';
import type { DocumentData, IndexData, Reviewed } from './model.ts';

export interface Agreement {
  reviewers: string[];
  pairs: { a: string; b: string; n: number; agreed: number; kappa: number | null }[];
  disagreements: { document: string; claim: string; states: { reviewer: string; state: string }[] }[];
}

const tokenKey = 'claimlint token';

export class Server {
  private async ask(path: string, init: RequestInit = {}, again = true): Promise<Response> {
    const token = sessionStorage.getItem(tokenKey);
    const headers = new Headers(init.headers);
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const answer = await fetch(path, { ...init, headers });
    if (answer.status === 401 && again) {
      const given = prompt('This server asks for its token.');
      if (given) {
        sessionStorage.setItem(tokenKey, given.trim());
        return this.ask(path, init, false);
      }
    }
    return answer;
  }

  private async json<T>(path: string, init?: RequestInit): Promise<T> {
    const answer = await this.ask(path, init);
    if (answer.ok) return (await answer.json()) as T;
    const body = (await answer.json().catch(() => ({}))) as { error?: string };
    throw new Error(body.error ?? `The server answered ${answer.status}.`);
  }

  index(): Promise<IndexData> {
    return this.json('/v1/review/documents');
  }

  document(id: string): Promise<DocumentData> {
    return this.json(`/v1/review/documents/${encodeURIComponent(id)}`);
  }

  async decisions(): Promise<Reviewed[]> {
    return (await this.json<{ decisions: Reviewed[] }>('/v1/review/decisions')).decisions;
  }

  agreement(): Promise<Agreement> {
    return this.json('/v1/review/agreement');
  }

  async decide(id: string, claims: string[], decided: Decided): Promise<string> {
    const { state, reason } = decided;
    const saved = await this.json<{ time: string }>('/v1/review/decisions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        document: id, reviewer: decided.by,
        decisions: claims.map((claim) => ({ claim, state, reason })),
      }),
    });
    return saved.time;
  }

  async file(): Promise<string> {
    const answer = await this.ask('/v1/review/decisions.json');
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return answer.text();
  }
}
