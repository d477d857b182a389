import { toFailure, type ErrorKind, type Failure } from '../../../src-shared/app-error';
import type { Clock, Log } from '../ports';
import type { StorageNotice, Store } from '../store-port';
import { createStuckWatch } from './stuck-watch';

/** While the history cannot be used it is tried again so often. ms. */
const AGAIN_MS = 10_000;
const TROUBLES: readonly ErrorKind[] = ['storage', 'disk-full', 'read-only', 'newer-history'];

/** It does not answer. */
export interface Stuck {
  /** Wall ms. */
  readonly since: number;
  readonly failure: Failure;
}

export interface StorageDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly folder: string;
  /** What is said of the history changed. */
  readonly onChange: () => void;
  /** It does not answer, or does so again: whoever asks it waits, and sees nothing meanwhile. */
  readonly onStuck: () => void;
  /** It can be written again after a trouble. */
  readonly onBack: () => Promise<void>;
  /** Opened, perhaps only after some tries. */
  readonly onOpen: () => Promise<void>;
  /** These have to be read again from the server; `null`: all of them. */
  readonly onReread: (accounts: readonly string[] | null) => void;
}

/**
 * The history's own troubles: no space, no rights, damage, a disk that does not answer. They are said with their cause, watching goes on, and as
 * soon as the history can be used again it is, without anyone's doing.
 */
export function createStorage(deps: StorageDeps) {
  const { clock, log } = deps;
  let trouble: Failure | null = null;
  let stuck: Stuck | null = null;
  let rebuilt: Failure | null = null;
  let isOpen = false;
  let cancel: (() => void) | undefined;

  const watch = createStuckWatch({
    clock,
    onStuck: () => {
      stuck = { since: clock.now(), failure: { kind: 'history-stuck' } };
      log.event('history', 'does not answer');
      deps.onStuck();
      deps.onChange();
    },
    onFree: () => {
      stuck = null;
      log.event('history', 'answers again');
      deps.onStuck();
      deps.onChange();
      if (isOpen && !trouble) void deps.onBack().catch(log.bug);
    },
  });

  function met(failure: Failure): void {
    if (!TROUBLES.includes(failure.kind)) return;
    const same = trouble?.kind === failure.kind && trouble.detail === failure.detail;
    trouble = failure;
    if (!same) {
      log.event('history', `${failure.kind}: ${failure.detail ?? ''}`);
      deps.onChange();
    }
    cancel ??= clock.after(AGAIN_MS, () => void again());
  }

  async function again(): Promise<void> {
    cancel = undefined;
    if (!isOpen) return open();
    try {
      await deps.store.probe();
    } catch (error) {
      return met(toFailure(error));
    }
    ended();
    await deps.onBack().catch(log.bug);
  }

  function ended(): void {
    if (trouble) log.event('history', 'can be used again');
    trouble = null;
    deps.onChange();
  }

  /** Never throws: a history that cannot be opened is said, and tried again. */
  async function open(): Promise<void> {
    try {
      await watch.during(() => deps.store.open(deps.folder));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'bug') log.bug(error);
      return met(failure.kind === 'bug' ? { ...failure, kind: 'storage' } : failure);
    }
    isOpen = true;
    if (trouble) ended();
    await deps.onOpen().catch(log.bug);
  }

  return {
    open,
    /** What is wrong now; else that it was made anew in this run. */
    state: (): Failure | null => stuck?.failure ?? trouble ?? rebuilt,
    stuck: (): Stuck | null => stuck,
    /** The same store, watched. */
    store: new Proxy(deps.store, {
      get: (store, name: keyof Store) =>
        name === 'open' || name === 'close'
          ? store[name]
          : async (...given: unknown[]) => {
              try {
                return await watch.during(() =>
                  (store[name] as (...given: unknown[]) => Promise<unknown>)(...given),
                );
              } catch (error) {
                if (isOpen) met(toFailure(error));
                throw error;
              }
            },
    }),
    notice(notice: StorageNotice): void {
      if (notice.kind === 'repaired') {
        log.event('history', `${notice.accounts.length} accounts are read again`);
        return deps.onReread(notice.accounts);
      }
      rebuilt = { kind: 'rebuilt', ...(notice.marksLost && { detail: 'marks' }) };
      log.event('history', `made anew${notice.marksLost ? ', marks may be lost' : ''}`);
      deps.onChange();
      deps.onReread(null);
    },
    end(): void {
      cancel?.();
      watch.end();
    },
  };
}
