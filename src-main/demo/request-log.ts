import { schemeOf } from './auth';
import { parseBody, type ApiRequest } from './exchange';
import type { Fault } from './fault';
import { isRecord } from './notification';

/** What a test may ask afterwards. Never the token, never a value of the body: a webhook URL is a secret. */
interface LoggedRequest {
  /** ISO 8601, UTC, by the demo's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Of the answer as it was made; a fault may have kept it from arriving. */
  readonly status: number;
  readonly scheme: string | null;
  /** Names of the fields in a JSON body. */
  readonly fields: readonly string[];
  readonly fault: Fault['kind'] | null;
}

/** Old requests make way: a demo may run for weeks. */
const KEPT = 10_000;

export function createRequestLog() {
  let entries: LoggedRequest[] = [];
  return {
    add(request: ApiRequest, at: number, status: number, fault: Fault | undefined): void {
      const parsed = request.body === '' ? { problem: '' } : parseBody(request.body);
      entries.push({
        at: new Date(at).toISOString(),
        method: request.method,
        path: request.path,
        query: request.query,
        status,
        scheme: schemeOf(request.headers.authorization),
        fields: 'value' in parsed && isRecord(parsed.value) ? Object.keys(parsed.value) : [],
        fault: fault?.kind ?? null,
      });
      if (entries.length > KEPT * 2) entries = entries.slice(-KEPT);
    },
    list: (): readonly LoggedRequest[] => entries.slice(-KEPT),
    clear(): void {
      entries = [];
    },
  };
}

export type RequestLog = ReturnType<typeof createRequestLog>;
