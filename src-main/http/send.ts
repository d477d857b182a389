import { AppError, fail, type ErrorKind, type Failure } from '../../src-shared/app-error';
import { secretForms } from '../../src-shared/secret-forms';
import type { Answering, Fetch } from '../core/network-port';
import type { Clock } from '../core/ports';
import type { Authorization } from './authorization';
import { transportError } from './transport-error';
import { httpDate } from './http-date';
import { createReadBody } from './read-body';
import { retryAfter } from './retry-after';
import { parseBody, serverWords, withoutSecrets } from './server-words';

export interface Request {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly url: string;
  readonly authorization: Authorization;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Reads an error's JSON where the API has its own form; what it gives goes over the status's meaning. */
  readonly explain?: (value: unknown) => Partial<Failure> | undefined;
}

export interface Answer {
  readonly body: Uint8Array;
  readonly status: number;
  /** The server's `Date`, ms; `undefined`: it gave none. */
  readonly date: number | undefined;
  /** ms from asking to the last byte. */
  readonly duration: number;
}

/** security.md, Network: decoded bytes a page, silence between two pieces, the whole of an answer. */
export const MAX_BYTES = 8 * 1024 * 1024;
const IDLE_MS = 10_000;
const WHOLE_MS = 30_000;
const MAX_ERROR_BYTES = 64 * 1024;

/**
 * One request, one answer. 2xx resolves with the body; everything else rejects with an `AppError`
 * whose kind names the cause. A redirect is an error: the token goes to this URL's origin or nowhere.
 */
export function createSend(fetch: Fetch, clock: Clock) {
  const readBody = createReadBody(MAX_BYTES);
  return async function send(request: Request): Promise<Answer> {
    const stop = new AbortController();
    const timer = createTimer(clock, stop);
    const forward = (): void => stop.abort(fail('stopped'));
    request.signal?.addEventListener('abort', forward);
    if (request.signal?.aborted) forward();
    const started = clock.monotonic();
    let begun = false;
    try {
      const response = await unlessAborted(stop.signal, () =>
        fetch(request.url, {
          method: request.method,
          headers: {
            Accept: 'application/json',
            [request.authorization.name]: request.authorization.value,
            ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
          },
          ...(request.body !== undefined && { body: request.body }),
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          signal: stop.signal,
        }),
      );
      begun = true;
      const cap = response.ok ? MAX_BYTES : MAX_ERROR_BYTES;
      const limits = { cap, strict: response.ok, onPiece: timer.piece, signal: stop.signal };
      const body = await readBody(response, limits);
      const { status, headers } = response;
      if (!response.ok) {
        const said = withoutSecrets(parseBody(body), secretForms(request.authorization.token));
        throw statusError(status, said, headers, clock, request.explain);
      }
      const date = httpDate(headers.get('date') ?? '', clock.now());
      return { body, status, date, duration: clock.monotonic() - started };
    } catch (error) {
      const cause: unknown = stop.signal.aborted ? stop.signal.reason : error;
      // The rest of an answer that was given up is not to come: its connection ends here.
      stop.abort(cause);
      throw brokenOff(transportError(cause), begun);
    } finally {
      timer.end();
      request.signal?.removeEventListener('abort', forward);
    }
  };
}
export type Send = ReturnType<typeof createSend>;

/** A server that cuts its own answer off is no trouble of our network's (docs/alerts.md, step 9). */
function brokenOff(error: AppError, begun: boolean): AppError {
  const { kind } = error.failure;
  if (!begun || (kind !== 'timeout' && kind !== 'connection')) return error;
  return new AppError({ ...error.failure, begun });
}

/** Settles when the signal is aborted, also where `fetch` does not: a poll that never ends is an account nobody watches. */
function unlessAborted(signal: AbortSignal, ask: () => Promise<Answering>): Promise<Answering> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) return reject(signal.reason as Error);
    ask().then((response) => {
      if (signal.aborted) void response.body?.cancel().catch(() => undefined);
      resolve(response);
    }, reject);
  });
}

function createTimer(clock: Clock, stop: AbortController) {
  const bark = (): void => stop.abort(fail('timeout'));
  const whole = clock.after(WHOLE_MS, bark);
  let idle = clock.after(IDLE_MS, bark);
  const piece = (): void => {
    idle();
    idle = clock.after(IDLE_MS, bark);
  };
  const end = (): void => {
    idle();
    whole();
  };
  return { piece, end };
}

const KIND_OF_STATUS: { readonly [status: number]: ErrorKind } = {
  400: 'bad-request',
  401: 'token-refused',
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy',
  422: 'bad-request',
  429: 'throttled',
  511: 'not-json', // a network wants a sign-in first (RFC 6585, 6)
};

function statusError(
  status: number,
  said: unknown,
  headers: Answering['headers'],
  clock: Clock,
  explain?: Request['explain'],
): AppError {
  const kind = KIND_OF_STATUS[status] ?? (status >= 500 ? 'server-error' : 'unexpected-status');
  const detail = serverWords(said);
  const wait = retryAfter(headers.get('retry-after'), headers.get('date'), clock.now());
  const plain = { kind, status, ...(detail && { detail }), ...(wait !== undefined && { retryAfter: wait }) };
  return new AppError({ ...plain, ...explain?.(said) });
}
