import { request as httpRequest } from 'node:http';
import { onTestFinished } from 'vitest';
import { createDemoServer, type DemoOptions } from '../../../src-main/demo/server';

/** 2026-11-20T13:02:00Z: winter time, so the offset is +01:00. */
export const NOW = Date.UTC(2026, 10, 20, 13, 2);

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, whatever it holds. */
  readonly body: unknown;
}

export interface Item {
  readonly id: number;
  readonly type: number;
  readonly seen: boolean;
  readonly severity: number;
  readonly timestamp: string;
  readonly additional_data: unknown;
}

export interface Page {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly Item[];
}

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** Whole header; null: none. */
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export const LIST = '/api/user/notifications/';
export const SETTINGS = '/tenants/me/notifications';
export const ids = (answer: Answer) => (answer.body as Page).results.map((item) => item.id);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A server of its own for one test, with the clock held still, and three ways to talk to it. */
export async function startDemo(options: Partial<DemoOptions> = {}) {
  const clock = { now: () => NOW };
  const server = createDemoServer({ seed: 7, history: 0, clock, ...options });
  const address = await server.start();
  onTestFinished(() => server.stop());

  async function call(path: string, authorization: string, options_: CallOptions): Promise<Answer> {
    const { method = 'GET', body, headers = {}, signal = null } = options_;
    const auth = options_.authorization === undefined ? authorization : options_.authorization;
    const response = await fetch(address.baseUrl + path, {
      method,
      redirect: 'manual',
      signal,
      headers: {
        ...(auth === null ? {} : { authorization: auth }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  return {
    ...address,
    server,
    inbox: (path: string, options_: CallOptions = {}) => call(path, `Token ${address.token}`, options_),
    tenant: (options_: CallOptions = {}, path = SETTINGS) =>
      call(path, `Bearer ${address.tenantToken}`, options_),
    control: (method: string, path: string, body?: unknown) =>
      call(`/control${path}`, `Control ${address.controlToken}`, { method, body }),
    /** The target byte for byte, as no URL parser would leave it. */
    raw: (target: string) =>
      new Promise<{ status: number; body: unknown }>((resolve, reject) => {
        const { hostname, port } = new URL(address.baseUrl);
        const headers = { authorization: `Token ${address.token}` };
        httpRequest({ hostname, port, path: target, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(text) }));
        })
          .on('error', reject)
          .end();
      }),
  };
}
