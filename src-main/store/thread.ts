import { parentPort } from 'node:worker_threads';
import { toFailure, type Failure } from '../../src-shared/app-error';
import type { StorageNotice } from '../core/store-port';
import { createOperations, type Operations } from './operations';
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
      /** Which state of the history that was answered from (`Stamped`). */
      readonly stamp: string | undefined;
    }
  | { readonly n: number; readonly ok: false; readonly failure: Failure };

/** The thread's entry: SQLite runs here, so that main never waits for a disk. */
const port = parentPort!;
const operations = createOperations(
  () => Date.now(),
  (notice) => port.postMessage({ notice } satisfies Reply),
);
port.on('message', ({ n, name, given }: Question) => {
  later();
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
});

/** Nothing was asked for so long: time to make rows searchable. ms. */
const QUIET_MS = 1000;
/** How long one step may keep others waiting. ms. */
const STEP_MS = 15;
let most = 64;
let timer: NodeJS.Timeout | undefined;

/** Catching up comes first: the index is written when nobody asks for anything, and not at all where it is whole. */
function later(): void {
  clearTimeout(timer);
  timer = setTimeout(step, QUIET_MS);
}

function step(): void {
  const start = performance.now();
  const count = operations.indexSome(most);
  const took = performance.now() - start;
  if (count === 0) return;
  most = Math.min(512, Math.max(8, Math.round(most * Math.min(2, Math.max(0.5, STEP_MS / took)))));
  timer = setTimeout(step, 2);
}
