import { rowsText, type Arrivals } from './arrivals';
import type { Tell } from './demo-event';
import { json, jsonText, type Reply } from './exchange';
import { textOf, type Inbox, type Row } from './inbox';
import { isRecord } from './notification';

export interface ControlInboxDeps {
  readonly inbox: Inbox;
  readonly arrivals: Arrivals;
  readonly tell: Tell;
}

export const refuse = (error: string): Reply => json(400, { error });

/** A storm may go past the simulated agents; more than this is a slip of the pen. */
const MOST = 100_000;

function isIds(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((id) => Number.isInteger(id));
}

/** What a test may do to the inbox from behind the API's back. */
export function createControlInbox({ inbox, arrivals, tell }: ControlInboxDeps) {
  function arriveOne(given: unknown): Row | undefined {
    if (!isRecord(given)) return undefined;
    if (given['raw'] !== true) return arrivals.arrive(given);
    const { text, item } = given;
    return arrivals.arriveRaw(typeof text === 'string' ? text : (JSON.stringify(item) ?? 'null'));
  }

  return {
    /** One partial notification, `{"raw": true, "item" | "text"}`, or a list of them: 201 with what came in. */
    arrive(body: unknown): Reply {
      const list = Array.isArray(body) ? (body as readonly unknown[]) : [body];
      if (!list.every(isRecord)) return refuse('a notification is an object');
      const rows = list.map(arriveOne).filter((row) => row !== undefined);
      return jsonText(201, Array.isArray(body) ? rowsText(rows) : textOf(rows[0]!));
    },
    /** `{"count", "seconds"?, "online"?}`: agents 1 to `count` go offline, or come back. */
    storm(body: unknown): Reply {
      const { count, seconds = 0, online = false } = isRecord(body) ? body : {};
      if (!Number.isInteger(count) || Number(count) < 1 || Number(count) > MOST)
        return refuse(`count must be 1–${MOST}`);
      if (typeof seconds !== 'number' || seconds < 0) return refuse('seconds must be 0 or more');
      return jsonText(
        201,
        rowsText(arrivals.storm({ count: Number(count), seconds, online: online === true })),
      );
    },
    /** `{"count"?}`: the simulation goes on by so many steps, now. */
    step(body: unknown): Reply {
      const { count = 1 } = isRecord(body) ? body : {};
      if (!Number.isInteger(count) || Number(count) < 1 || Number(count) > MOST)
        return refuse(`count must be 1–${MOST}`);
      return jsonText(201, rowsText(Array.from({ length: Number(count) }, arrivals.step)));
    },
    /** `{"ids"}`: the server forgets them. */
    remove(body: unknown): Reply {
      const ids = isRecord(body) ? body['ids'] : undefined;
      if (!isIds(ids)) return refuse('ids must be a list of numbers');
      const gone = inbox.remove(ids);
      tell({ event: 'deleted', ids: gone });
      return json(200, { deleted: gone });
    },
    /** `{"ids"}`, or `"all"`: another client marks them as seen. */
    seen(body: unknown): Reply {
      const ids = isRecord(body) ? body['ids'] : undefined;
      if (ids !== 'all' && !isIds(ids)) return refuse('ids must be a list of numbers, or "all"');
      const all = () => inbox.rows.filter((row) => !row.seen).map((row) => row.id);
      const marked = inbox.markSeen(ids === 'all' ? all() : ids);
      tell({ event: 'seen', ids: marked });
      return json(200, { seen: marked });
    },
    /** Rows by their ids, as served; those that are not there are left out. */
    items: (ids: readonly number[]): string =>
      rowsText(ids.map((id) => inbox.get(id)).filter((row) => row !== undefined)),
  };
}
