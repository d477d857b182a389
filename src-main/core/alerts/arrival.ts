import type { Json } from '../../../src-shared/json';
import type { Level, NotificationKey } from '../../../src-shared/notification';
import { essence } from '../../../src-shared/titles';

/** One notification as the engine meets it: a row that nothing has been decided of. */
export interface Arrival {
  readonly key: NotificationKey;
  readonly type: number;
  readonly severity: number;
  readonly level: Level;
  /** `agent:4`, `task:1557`, `suite:395`, `item:3587`. */
  readonly subject: string;
  readonly data: Json;
  /** Shown as seen: the server says so, or the user marked it. */
  readonly seen: boolean;
  /** Marked by a mark-all before anybody saw it: it alerts all the same (sync.md, Mark all as seen). */
  readonly swallowed: boolean;
  /** There before Tocsin first looked. */
  readonly baseline: boolean;
}

/** What rules and silences look at. */
export type About = Pick<Arrival, 'key' | 'type' | 'subject' | 'data'>;

/** By so much a server's clock and ours may part: quartz does by 100 millionths at worst, one that is being set right by more. */
export const PARTING = 1 / 5000;

/** When the poll began that brought something: by the server's clock (µs; `null`: it names no `Date`) and by ours (wall ms). */
export interface Asked {
  readonly account: string;
  readonly server: number | null;
  readonly at: number;
}

/** What a bubble says of one item: all that a title is made of, small enough to stand in the state. */
export interface Brief {
  readonly key: NotificationKey;
  readonly type: number;
  readonly severity: number;
  readonly level: Level;
  readonly subject: string;
  readonly data: Json;
  /** Of good news: µs stamp of the outage that it ended. */
  readonly outageFrom: number | null;
}

/** Asked for up to three times of an arrival, by each step that remembers it. */
const briefs = new WeakMap<Arrival, Brief>();

export function briefOf(arrival: Arrival, outageFrom: number | null = null): Brief {
  const known = briefs.get(arrival);
  if (known) return outageFrom === null ? known : { ...known, outageFrom };
  const { key, type, severity, level, subject } = arrival;
  const brief = { key, type, severity, level, subject, data: essence(arrival.data), outageFrom: null };
  briefs.set(arrival, brief);
  return briefOf(arrival, outageFrom);
}

/** A subject is always meant with its account. */
export const scoped = ({ key, subject }: Pick<Arrival, 'key' | 'subject'>): string =>
  `${key.account}/${subject}`;
