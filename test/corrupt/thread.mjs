// The real database thread, as main starts it, from the build.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { repoRoot } from '../../scripts/processes.mjs';

/** Longer than any answer takes: then it hangs, and that is a crash. ms. */
const PATIENCE = 30_000;

/** @typedef {import('../../src-main/core/store-port').Store} Store */
/** @typedef {import('../../src-main/core/store-port').StorageNotice} Notice */
/** @typedef {import('../../src-main/store/thread').Reply} Reply */
/** @typedef {{ resolve: (value: unknown) => void, reject: (error: unknown) => void }} Waiting */

export function startThread() {
  const worker = new Worker(path.join(repoRoot, 'dist/main/store-thread.js'));
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {Notice[]} */
  const notices = [];
  let last = 0;
  worker.on('message', (/** @type {Reply} */ reply) => {
    if ('notice' in reply) return void notices.push(reply.notice);
    const one = waiting.get(reply.n);
    waiting.delete(reply.n);
    if (reply.ok) one?.resolve(reply.value);
    else one?.reject(reply.failure);
  });
  const die = (/** @type {unknown} */ error) => {
    for (const { reject } of waiting.values()) reject({ kind: 'died', detail: String(error) });
    waiting.clear();
  };
  worker.on('error', die);
  worker.on('exit', die);
  return {
    notices,
    /**
     * @template {keyof Store} Name
     * @param {Name} name
     * @param {Parameters<Store[Name]>} given
     * @returns {Promise<Awaited<ReturnType<Store[Name]>>>} rejects with a Failure
     */
    ask(name, ...given) {
      return new Promise((resolve, reject) => {
        last += 1;
        const n = last;
        const timer = setTimeout(() => reject({ kind: 'hangs', detail: name }), PATIENCE);
        const settle = (/** @type {(value: never) => void} */ act) => (/** @type {unknown} */ value) => {
          clearTimeout(timer);
          act(/** @type {never} */ (value));
        };
        waiting.set(n, { resolve: settle(resolve), reject: settle(reject) });
        worker.postMessage({ n, name, given });
      });
    },
    end: () => worker.terminate(),
  };
}
/** @typedef {ReturnType<typeof startThread>} Thread */
