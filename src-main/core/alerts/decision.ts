import { levelRank, type Level, type NotificationKey } from '../../../src-shared/notification';
import type { Brief } from './arrival';
import { NO_SORTS, type BySort } from './sorts';

/** Why several are told in one. */
const DIGESTS = ['paused', 'quiet', 'away', 'silenced', 'locked', 'restart'] as const;
export type DigestKind = (typeof DIGESTS)[number];
export const isDigest = ({ kind }: Pick<Bubble, 'kind'>): boolean => DIGESTS.some((one) => one === kind);

/** One bubble that Electron is asked to draw; its sentences are made by `toast-view`. */
export interface Bubble {
  readonly kind: 'item' | 'flapping' | 'rest' | 'storm' | 'storm-end' | DigestKind;
  /** A bubble with the tag of one that stands takes its place. */
  readonly tag: string;
  readonly account: string;
  /** What it stands for: a click on one opens it, on several lists them. */
  readonly members: readonly NotificationKey[];
  /** All that counts as told when the desktop took it: the members, and an outage whose end this is. */
  readonly tells: readonly NotificationKey[];
  /** The one to name: the item, or of several the most urgent, then the earliest. */
  readonly first: Brief;
  /** Others that are named in the body. */
  readonly lines: readonly Brief[];
  /** Server's stamps in µs of the earliest and latest member. */
  readonly from: number;
  readonly to: number;
  /** Of several: how many of each level, and which of them are outages that still last. */
  readonly byLevel: { readonly [L in Level]: number };
  readonly open: number;
  readonly openFirst: readonly Brief[];
  /** Of a storm: outages that ended since. */
  readonly back: number;
  /** Of a storm: what its alerts are. */
  readonly bySort: BySort;
  /** Of a digest: how long nothing was told, wall ms; `null` where it is not known. */
  readonly lasted: number | null;
  /** Our own polls failed or the network changed in the last minute: then the trouble may be ours. Wall ms. */
  readonly ownLink: { readonly from: number; readonly to: number | null } | null;
  /** A change of a bubble in place, no new one. */
  readonly update: boolean;
  /** Without sound. */
  readonly quiet: boolean;
  /** Told before and nobody has seen it. */
  readonly again: boolean;
  /** Bubbles that this one takes over, to be withdrawn once it stands. */
  readonly withdraw: readonly string[];
}

/** Nothing has come from a server that is never silent for so long. `since`: wall ms of the last arrival. */
interface SilentFeed {
  readonly kind: 'silent-feed';
  readonly tag: string;
  readonly account: string;
  readonly since: number;
}

export type Decision = Bubble | SilentFeed;

const NOTHING_OF_ANY = { info: 0, warning: 0, major: 0, critical: 0 } as const;

export function countLevels(briefs: readonly { readonly level: Level }[]): Bubble['byLevel'] {
  const counts: { [L in Level]: number } = { ...NOTHING_OF_ANY };
  for (const { level } of briefs) counts[level] += 1;
  return counts;
}

/** How many alerts it stands for; among its members may be their ends, too. */
export const countOf = ({ byLevel }: Pick<Bubble, 'byLevel'>): number =>
  byLevel.info + byLevel.warning + byLevel.major + byLevel.critical;

/** A bubble of one item; what differs is given. */
export function single(first: Brief, tag: string, more: Partial<Bubble> = {}): Bubble {
  const { key } = first;
  return {
    kind: 'item',
    tag,
    account: key.account,
    members: [key],
    tells: [key],
    first,
    lines: [],
    from: key.ts,
    to: key.ts,
    byLevel: countLevels([first]),
    open: 0,
    openFirst: [],
    back: 0,
    bySort: NO_SORTS,
    lasted: null,
    ownLink: null,
    update: false,
    quiet: false,
    again: false,
    withdraw: [],
    ...more,
  };
}

/** The more urgent of two stands first, else the earlier. */
export const byUrgency = (a: Pick<Brief, 'level' | 'key'>, b: Pick<Brief, 'level' | 'key'>): number =>
  levelRank(b.level) - levelRank(a.level) || a.key.ts - b.key.ts;

/** The most urgent, then the earliest: it is named first. `briefs` must not be empty. */
export const foremost = (briefs: readonly Brief[]): Brief =>
  briefs.reduce((best, one) => (byUrgency(one, best) < 0 ? one : best));
