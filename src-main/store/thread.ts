import { parentPort } from 'node:worker_threads';
import { toFailure, type Failure } from '../../src-shared/app-error';
import type { StorageNotice } from '../core/store-port';
import { createOperations, type Operations } from './operations';
import { storageFailure } from './sqlite-error';

/** From main: which operation, with what. One message is one transaction. */
export interface Question {
  readonly n: number;
  readonly name: keyof Operations;
  readonly given: readonly unknown[];
}
export type Reply =
  /** Told without a question. */
  | { readonly notice: StorageNotice }
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly failure: Failure };

/** The thread's entry: SQLite runs here, so that main never waits for a disk. */
const port = parentPort!;
const operations = createOperations(
  () => Date.now(),
  (notice) => port.postMessage({ notice } satisfies Reply),
);
port.on('message', ({ n, name, given }: Question) => {
  const act = operations[name] as (...args: readonly unknown[]) => unknown;
  try {
    port.postMessage({ n, ok: true, value: act(...given) } satisfies Reply);
  } catch (error) {
    port.postMessage({
      n,
      ok: false,
      failure: storageFailure(error)?.failure ?? toFailure(error),
    } satisfies Reply);
  }
});
