import { after, type DemoClock } from './clock';
import type { Tell } from './demo-event';
import { textOf, type Inbox, type Row } from './inbox';
import type { Network } from './network';
import { AGENT_OFFLINE, describeNotification, isRecord, type Notification } from './notification';
import type { Random } from './random';
import { storm } from './scenario';
import { formatStamp } from './stamp';
import type { Timed } from './storm-day';

interface ArrivalsDeps {
  readonly inbox: Inbox;
  readonly network: Network;
  readonly random: Random;
  readonly clock: DemoClock;
  readonly tell: Tell;
}

/** Seconds between two arrivals of a live demo. */
const LIVE_SECONDS = { from: 20, to: 60 } as const;

/** Everything that reaches the inbox while the server runs: by itself, by a storm, or by a test. */
export function createArrivals({ inbox, network, random, clock, tell }: ArrivalsDeps) {
  const nowMicros = () => Math.round(clock.now() * 1000);

  function announce(row: Row): Row {
    const data = isRecord(row.value) ? row.value['additional_data'] : undefined;
    tell({ event: 'arrived', id: row.id, type: row.type, text: describeNotification(row.type, data) });
    return row;
  }

  /** A notification of which anything may be given; the rest is an agent that goes offline now. */
  function arrive(given: Readonly<Record<string, unknown>>): Row {
    const defaults: Notification = {
      id: inbox.nextId(),
      type: AGENT_OFFLINE,
      seen: false,
      severity: 1,
      timestamp: formatStamp(nowMicros()),
      additional_data: { test_agent_id: 4 },
    };
    return announce(inbox.add({ ...defaults, ...given } as Notification));
  }

  return {
    arrive,
    /** Any JSON text, malformed or not a notification at all, served as it came. */
    arriveRaw: (text: string) => announce(inbox.addRaw(text, nowMicros())),
    storm: (wish: { readonly count: number; readonly seconds: number; readonly online: boolean }) =>
      storm({ network, firstId: inbox.nextId() }, wish, clock.now()).map((item) => announce(inbox.add(item))),
    /** The next thing of the simulation, now. */
    step: () => arrive({ ...network.step() }),
    /** A scripted day, from now on, until the answer is called. `items` in the order of their seconds. */
    play(items: readonly Timed[]): () => void {
      const start = clock.now();
      let cancel: () => void = () => undefined;
      const from = (index: number): void => {
        const next = items[index];
        if (next === undefined) return;
        cancel = after(clock, Math.max(0, start + next.at * 1000 - clock.now()), () => {
          const { at: _, ...happening } = next;
          arrive(happening);
          from(index + 1);
        });
      };
      from(0);
      return () => cancel();
    },
    /** Lets the network live until the answer is called. */
    live(): () => void {
      let cancel: () => void = () => undefined;
      const wait = () => {
        cancel = after(clock, random.int(LIVE_SECONDS.from, LIVE_SECONDS.to) * 1000, () => {
          arrive({ ...network.step() });
          wait();
        });
      };
      wait();
      return () => cancel();
    },
  };
}

export type Arrivals = ReturnType<typeof createArrivals>;

/** A JSON list of rows as they would be served. */
export const rowsText = (rows: readonly Row[]): string => `[${rows.map(textOf).join(',')}]`;
