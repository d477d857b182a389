import { Worker } from 'node:worker_threads';
import { AppError } from '../../src-shared/app-error';
import type { StorageNotice, Store } from '../core/store-port';
import { createRemembered } from './remembered';
import type { Question, Reply } from './thread';

interface Waiting {
  readonly name: Question['name'];
  readonly about: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Room of the thread's young objects. V8 lets it grow to 16 MB and keeps it; with 4 a first history of 100,000 is read as
 * fast, and 6 to 10 MB less stay behind (performance.md).
 */
const YOUNG_MB = 4;

/**
 * The core's Store port as messages to the database thread. A dead thread fails what waits, and all that comes until the
 * history is opened or probed: then another one takes its place, with the same history.
 */
export function createStore(
  threadFile: URL,
  onDeath: (error: unknown) => void,
  onNotice: (notice: StorageNotice) => void = () => undefined,
): Store {
  const waiting = new Map<number, Waiting>();
  const remembered = createRemembered();
  let last = 0;
  let dead: AppError | undefined;
  /** What `open` was given last, and no `close` after it. */
  let opened: readonly unknown[] | undefined;
  let worker = start();

  function start(): Worker {
    const made = new Worker(threadFile, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    made.on('message', answered);
    // A thread that fails ends a moment later: by then another one may be in its place.
    const died = (error: unknown): void => void (made === worker && die(error));
    made.on('error', died);
    made.on('exit', (code) => died(`the database thread ended (${code})`));
    return made;
  }

  function answered(reply: Reply): void {
    if ('notice' in reply) {
      remembered.forget();
      return onNotice(reply.notice);
    }
    const one = waiting.get(reply.n);
    waiting.delete(reply.n);
    if (reply.ok) {
      if (one) remembered.note(one.name, one.about, reply.value, reply.stamp);
      one?.resolve(reply.value);
    } else {
      remembered.forget();
      one?.reject(new AppError(reply.failure));
    }
  }

  function die(error: unknown): void {
    if (dead) return;
    dead = new AppError({
      kind: 'storage',
      detail: String(error instanceof Error ? error.message : error).slice(0, 200),
    });
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
    onDeath(error);
  }

  function revive(): void {
    dead = undefined;
    remembered.forget();
    worker = start();
    // Where that fails, `probe` tries again.
    if (opened) void ask('open', opened).catch(() => undefined);
  }

  function ask(name: Question['name'], given: readonly unknown[]): Promise<unknown> {
    if (dead && (name === 'open' || name === 'probe')) revive();
    if (dead) return Promise.reject(dead);
    if (name === 'open' || name === 'close') opened = name === 'open' ? given : undefined;
    // What is on its way may write: whoever asks behind it hears of that.
    const known = waiting.size === 0 ? remembered.answer(name, given) : undefined;
    if (known) return Promise.resolve(known.value);
    return new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { name, about: given[0], resolve, reject });
      worker.postMessage({ n: last, name, given } satisfies Question, transferOf(given[0]));
    });
  }

  // Every method of the port is a message of the same name; `keyof Store` keeps both sides alike.
  return new Proxy({} as Store, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        ask(name as Question['name'], given),
  });
}

/** The bytes of pages are handed over, not copied: cloning 6 MiB takes 49 ms. */
const transferOf = (message: unknown): ArrayBuffer[] =>
  (Array.isArray(message) ? (message as readonly unknown[]) : [message]).flatMap((one) => {
    const body = (one as { body?: unknown } | undefined)?.body;
    return body instanceof Uint8Array && body.buffer instanceof ArrayBuffer ? [body.buffer] : [];
  });
