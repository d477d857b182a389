import { parentPort } from 'node:worker_threads';
import { AppError, toFailure, type Failure } from '../../src-shared/app-error';
import { createOperations, type Operations } from './operations';

/** From main: which operation, with what. One message is one transaction. */
export interface Question {
  readonly n: number;
  readonly name: keyof Operations;
  readonly given: readonly unknown[];
}
export type Reply =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly failure: Failure };

/** The thread's entry: SQLite runs here, so that main never waits for a disk. */
const operations = createOperations(() => Date.now());
const port = parentPort!;
port.on('message', ({ n, name, given }: Question) => {
  const act = operations[name] as (...args: readonly unknown[]) => unknown;
  try {
    port.postMessage({ n, ok: true, value: act(...given) } satisfies Reply);
  } catch (error) {
    port.postMessage({ n, ok: false, failure: failureOf(error) } satisfies Reply);
  }
});

/** What SQLite throws is a trouble of the storage: full, read-only, corrupt. */
function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return error.failure;
  const { message, code } = error as { message?: unknown; code?: unknown };
  const sqlite = /sqlite/i.test(String(code)) || /SQLITE|database|disk/i.test(String(message));
  return sqlite ? { kind: 'storage', detail: String(message).slice(0, 200) } : toFailure(error);
}
