// What happens on the server and what the person does, and the book of it that the end is judged by.
//   createStory(server, random)  → { book, arrive, arriveAlone, storm, byOthers, prune, mark, markAll }
import { countIn, isDigest } from './summaries.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {{ readonly id: number, readonly type: number, readonly title: RegExp, readonly at: number,
 *   readonly tells: boolean }} Arrival
 *   `title`: of its own bubble; `tells`: it has to be told; `at`: ms since the epoch
 * @typedef {{ readonly summary: string, readonly at: number }} Bubble `at`: ms since the epoch
 * @typedef {{ readonly start: number, end: number }} RunTimes ms since the epoch
 * @typedef {{ readonly arrivals: Map<number, Arrival>, readonly marks: Map<number, 'made' | 'perhaps' | 'taken back'>,
 *   readonly markAlls: Set<number>[] }} Book
 *   `marks`: by the person, made once the app has shown them as seen; `markAlls`: what each was asked to mark
 */

/** Types by what is to come of them: told at once, or only counted. */
const TELLING = [3, 4, 8];
const URGENT = [3, 8];
const QUIET = [1, 2, 5, 6];
/** It waits, should the agent come back at once. */
const OFFLINE = 8;
/** Subjects of the demo's own network have small numbers. */
const FIRST_SUBJECT = 500_000;

/**
 * @param {import('../../scripts/demo/server.mjs').DemoServer} server
 * @param {Random} random
 */
export function createStory(server, random) {
  /** @type {Book} */
  const book = { arrivals: new Map(), marks: new Map(), markAlls: [] };
  /** What others have dealt with. */
  const settled = new Set();
  let subject = FIRST_SUBJECT;

  /**
   * @param {readonly number[]} types one arrival each, some of them sharing a stamp
   * @param {number} late the share of those that come up to a minute after their stamp
   */
  async function arrive(types, late = 0.1) {
    const at = Date.now();
    const stamp = new Date(at).toISOString();
    const items = types.map((type) => {
      subject += 1;
      const timestamp = random.chance(0.2)
        ? stamp
        : new Date(Date.now() - (random.chance(late) ? random.int(0, 60_000) : 0)).toISOString();
      return { type, timestamp, additional_data: dataOf(type, subject) };
    });
    const rows = /** @type {{ id: number, type: number }[]} */ (
      await server.control('POST', 'arrive', items)
    );
    const arrivals = rows.map(({ id, type }, index) => ({
      id,
      type,
      title: titleOf(type, subject - rows.length + 1 + index),
      at,
      tells: TELLING.includes(type),
    }));
    for (const one of arrivals) book.arrivals.set(one.id, one);
    return arrivals;
  }

  /**
   * Surely told: by a bubble of its own, or by a digest that counts all that the runs before can have left untold.
   * @param {readonly Bubble[]} bubbles
   * @param {readonly RunTimes[]} runs
   * @returns {ReadonlySet<number>} ids
   */
  function told(bubbles, runs) {
    /** @type {Map<number, number>} when */
    const since = new Map();
    for (const { summary, at } of bubbles) {
      const now = runs.findLastIndex(({ start }) => start <= at);
      const { start = 0, end = 0 } = runs[now - 1] ?? {};
      const left = [...book.arrivals.values()].filter(
        (one) => one.tells && one.at < end && (since.get(one.id) ?? Infinity) >= start,
      );
      const all = isDigest(summary) && countIn(summary) >= left.length;
      for (const { id } of all ? left : []) since.set(id, since.get(id) ?? at);
      for (const { id, title, at: came } of book.arrivals.values())
        if (came <= at && title.test(summary)) since.set(id, since.get(id) ?? at);
    }
    return new Set(since.keys());
  }

  return {
    book,
    /** So many that are told, with others among them. @param {number} count */
    arrive: (count) =>
      arrive([
        ...Array.from({ length: count }, () => random.pick(TELLING)),
        ...Array.from({ length: random.int(0, 2) }, () => random.pick(QUIET)),
      ]),
    /** One, told at once by a bubble of its own. */
    arriveAlone: () => arrive([random.pick(TELLING.filter((type) => type !== OFFLINE))]),
    /** One of the highest level that comes here, and the newest of it: the tray surely lists it, after a storm as well. */
    arriveUrgent: () => arrive([random.pick(URGENT)], 0),
    /** More at once than get a bubble each. */
    storm: () => arrive(Array.from({ length: random.int(8, 14) }, () => random.pick(TELLING))),

    /**
     * A colleague deals with what has been told: marks it or deletes it. Never what this person marked, or the
     * mark would have nothing left to prove.
     * @param {readonly Bubble[]} bubbles
     * @param {readonly RunTimes[]} runs
     */
    async byOthers(bubbles, runs) {
      const ids = [...told(bubbles, runs)].filter((id) => !settled.has(id) && book.marks.get(id) !== 'made');
      const dropped = ids.filter(() => random.chance(0.1));
      const seen = ids.filter((id) => !dropped.includes(id));
      if (seen.length > 0) await server.control('POST', 'seen', { ids: seen });
      if (dropped.length > 0) await server.control('POST', 'delete', { ids: dropped });
      for (const id of ids) settled.add(id);
    },

    /** Some of the oldest vanish, as on a server that keeps a week. @param {readonly { id: number }[]} rows newest first */
    async prune(rows) {
      const ids = rows.slice(-random.int(1, 5)).map(({ id }) => id);
      await server.control('POST', 'delete', { ids });
    },
    /** @param {number} id @param {'made' | 'perhaps' | 'taken back'} how */
    mark: (id, how) => void book.marks.set(id, how),
    /** @param {readonly number[]} ids */
    markAll: (ids) => void book.markAlls.push(new Set(ids)),
  };
}

/** @param {number} type @param {number} id */
function dataOf(type, id) {
  if (type === 8) return { test_agent_id: id };
  if (type === 5 || type === 6) return { test_suite_id: id, test_suite_name: `Suite of ${id}` };
  return { task_id: id, task_type: 'dns' };
}

/** Of a bubble that speaks of this one alone, in English. @param {number} type @param {number} id */
function titleOf(type, id) {
  if (type === 8) return new RegExp(`^Agent ${id} `);
  if (type === 5 || type === 6) return new RegExp(`^Suite “Suite of ${id}” `);
  return type === 4 ? new RegExp(`on task ${id}$`) : new RegExp(`^Task ${id} `);
}
