import { parentPort } from 'node:worker_threads';
import { toFailure, type Failure } from '../../src-shared/app-error';
import type { StorageNotice } from '../core/store-port';
import { createOperations, type Operations } from './operations';
import { createRest } from './rest';
import { storageFailure } from './file/sqlite-error';

/** From main: which operation, with what. One message is one transaction. */
export interface Question {
  readonly n: number;
  readonly name: keyof Operations;
  readonly given: readonly unknown[];
}
export type Reply =
  /** Told without a question. */
  | { readonly notice: StorageNotice }
  | {
      readonly n: number;
      readonly ok: true;
      readonly value: unknown;
      /** Which state of the history that was answered from (`OfThread.stamp`). */
      readonly stamp: string | undefined;
    }
  | { readonly n: number; readonly ok: false; readonly failure: Failure };

/** The thread's entry: SQLite runs here, so that main never waits for a disk. */
const port = parentPort!;
const operations = createOperations(
  () => Date.now(),
  (notice) => port.postMessage({ notice } satisfies Reply),
);
const rest = createRest(operations, {
  monotonic: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
});
port.on('message', ({ n, name, given }: Question) => {
  const act = operations[name] as (...args: readonly unknown[]) => unknown;
  try {
    const value = act(...given);
    port.postMessage({ n, ok: true, value, stamp: operations.stamp() } satisfies Reply);
  } catch (error) {
    port.postMessage({
      n,
      ok: false,
      failure: storageFailure(error)?.failure ?? toFailure(error),
    } satisfies Reply);
  }
  rest.asked();
});
