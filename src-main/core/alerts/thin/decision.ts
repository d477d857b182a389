import type { Row } from '../../../../src-shared/inbox';
import { levelRank, type NotificationKey } from '../../../../src-shared/notification';

/** What Electron is asked to draw. Sentences are made of it by `toast-view`. */
export interface Decision {
  readonly tag: string;
  readonly account: string;
  readonly kind: 'item' | 'storm' | 'restart-digest' | 'pause-digest';
  /** What the bubble stands for: a click on one opens it, on several lists them. */
  readonly members: readonly NotificationKey[];
  /** The one to name: the item, or the first (a critical one first) of several. */
  readonly first: Row;
  /** Server's stamps in µs of the earliest and latest member. */
  readonly from: number;
  readonly to: number;
  /** All members are agents going offline. */
  readonly allOffline: boolean;
  /** Bubbles that this one takes over. */
  readonly withdraw: readonly string[];
}

export interface StormState {
  readonly tag: string;
  readonly account: string;
  readonly members: readonly NotificationKey[];
  readonly first: Row;
  readonly from: number;
  readonly to: number;
  readonly allOffline: boolean;
  /** Wall ms of the last member's arrival. */
  readonly lastAt: number;
}

/** Plain data, stored in the transaction that consumes the arrivals: a kill -9 changes nothing. */
export interface EngineState {
  readonly storm: StormState | null;
  /** Bubbles of the last 30 s (wall ms), for the storm's rule. */
  readonly recent: readonly {
    readonly tag: string;
    readonly at: number;
    readonly keys: readonly NotificationKey[];
    readonly offline: boolean;
    readonly first: Row;
  }[];
}
export const NO_STATE: EngineState = { storm: null, recent: [] };

/** The most urgent, then the earliest: it is named first. */
export function foremost(rows: readonly Row[]): Row {
  return rows.toSorted((a, b) => levelRank(b.level) - levelRank(a.level) || a.key.ts - b.key.ts)[0]!;
}
