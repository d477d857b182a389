import { AppError, toFailure, type Failure } from '../../../src-shared/app-error';
import type { Clock, InboxApi } from '../ports';
import { backOff, isUnreached, longest } from './schedule';

/** One account's way to its origin. */
export interface Way {
  /** The API, not asked while the origin rests: then it fails with what the origin failed with. */
  guard(api: InboxApi): InboxApi;
  /** ms until this account may ask again, at least 1 s. */
  wait(): number;
  /** Somebody asks for it, or the network is another: the next request goes out. */
  tryNow(): void;
}

interface Origin {
  failures: number;
  /** Monotonic ms. */
  restsUntil: number;
  failure: Failure | undefined;
}

/** Accounts that found the origin resting come after the one that asked, so that a single request tries it. ms. */
const AFTER_YOU_MS = 1000;

/**
 * Failures of DNS, TCP and TLS back off per origin, for all of its accounts together (sync.md, Back-off): where one
 * finds no name, no other will. Any answer clears it, a refusal too.
 * @param interval ms between two good polls
 */
export function createOrigins(clock: Clock, interval: () => number) {
  const origins = new Map<string, Origin>();

  function wayTo(name: string): Way {
    const origin: Origin = origins.get(name) ?? { failures: 0, restsUntil: 0, failure: undefined };
    origins.set(name, origin);
    /** This account's own request set the rest. */
    let own = false;

    const left = (): number => Math.max(0, origin.restsUntil - clock.monotonic());

    function failed(failure: Failure): void {
      own = left() === 0;
      if (!own) return; // two at once are one failure
      origin.failures += 1;
      origin.failure = failure;
      const rest = backOff(origin.failures, failure, longest(interval()), clock.random());
      origin.restsUntil = clock.monotonic() + rest;
    }

    async function ask<T>(request: () => Promise<T>): Promise<T> {
      if (left() > 0 && origin.failure) {
        own = false;
        throw new AppError(origin.failure);
      }
      try {
        const answer = await request();
        answered();
        return answer;
      } catch (error) {
        const failure = toFailure(error);
        if (isUnreached(failure)) failed(failure);
        else if (failure.status !== undefined) answered();
        throw error;
      }
    }

    function answered(): void {
      origin.failures = 0;
      origin.restsUntil = 0;
      origin.failure = undefined;
    }

    return {
      guard: (api) => ({
        list: (...given) => ask(() => api.list(...given)),
        single: (...given) => ask(() => api.single(...given)),
        markSeen: (...given) => ask(() => api.markSeen(...given)),
        markAllSeen: (...given) => ask(() => api.markAllSeen(...given)),
      }),
      wait: () => Math.max(1000, left() + (own ? 0 : clock.random() * AFTER_YOU_MS)),
      tryNow: () => {
        origin.restsUntil = 0;
      },
    };
  }
  return { wayTo };
}
