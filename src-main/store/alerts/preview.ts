import type { AlertPreview } from '../../../src-shared/alert-preview';
import { matchesPattern } from '../../core/alerts/text-pattern';
import { textOf } from '../../core/alerts/arrival-text';
import type { Arrival } from '../../core/alerts/arrival';
import { createReplay, type Replay } from '../../core/alerts/replay';
import type { PreviewQuestion } from '../../core/alerts-port';
import { COLUMNS, toArrival, type DbRow } from '../inbox/db-row';

/** So long may one call keep the thread from others, ms; looked at after so many rows. */
const BUDGET_MS = 10;
const ROWS = 40;

/** Where reading goes on: after this row, in the order of (ts, id). */
interface Place {
  readonly ts: number;
  readonly id: string;
  readonly rowid: number;
}
type Given = DbRow & { readonly place: number; readonly heard: number };

interface Running {
  readonly run: number;
  readonly question: PreviewQuestion;
  readonly saved: Replay;
  /** The same where the draft changes nothing. */
  readonly draft: Replay;
  place: Place;
  read: number;
  readonly matches: number[];
}

/**
 * What the rules of a draft would have made of the last days, beside what the saved ones would have: both engines over
 * the same items. A call does a little of it; the next one with the same run goes on. There is one at a time.
 * @param now ms, for the budget
 */
export function createPreviews(
  read: (sql: string, ...values: readonly (string | number | bigint)[]) => readonly DbRow[],
  now: () => number = () => performance.now(),
) {
  let running: Running | undefined;

  function begin(question: PreviewQuestion): Running {
    const { saved, draft, since, pollMs, zone } = question;
    const first = createReplay({ settings: saved, pollMs, zone });
    const isSame = JSON.stringify(saved) === JSON.stringify(draft);
    return {
      run: question.run,
      question,
      saved: first,
      draft: isSame ? first : createReplay({ settings: draft, pollMs, zone }),
      place: { ts: since * 1000, id: String(-(2n ** 63n)), rowid: 0 },
      read: 0,
      matches: draft.textRules.map(() => 0),
    };
  }

  /** By the index of the time; rows of one stamp and id, of two accounts, by their place in the table, downwards. */
  function next({ place: { ts, id, rowid } }: Running): readonly Given[] {
    return read(
      `SELECT ${COLUMNS}, notification.rowid AS place, EXISTS (SELECT 1 FROM verdict WHERE verdict.account = notification.account
        AND verdict.id = notification.id AND verdict.ts = notification.ts) AS heard FROM notification INDEXED BY by_time
       WHERE ts >= ?1 AND (ts > ?1 OR notification.id > ?2 OR (notification.id = ?2 AND notification.rowid < ?3))
       ORDER BY ts, notification.id, notification.rowid DESC LIMIT ${ROWS}`,
      ts,
      BigInt(id),
      rowid,
    ) as readonly Given[];
  }

  function take(one: Running, rows: readonly Given[]): void {
    const arrivals = rows.map(asMet);
    one.saved.feed(arrivals);
    if (one.draft !== one.saved) one.draft.feed(arrivals);
    const { textRules, subjectNames } = one.question.draft;
    if (textRules.length > 0)
      for (const arrival of arrivals) {
        const text = textOf(arrival, subjectNames);
        textRules.forEach(({ pattern }, index) => {
          if (matchesPattern(pattern, text)) one.matches[index]! += 1;
        });
      }
    const last = rows.at(-1);
    if (last) one.place = { ts: last.ts, id: last.id, rowid: last.place };
    one.read += rows.length;
  }

  return (question: PreviewQuestion): AlertPreview => {
    if (running && question.run < running.run) return { state: 'superseded' };
    if (running?.run !== question.run) running = begin(question);
    const one = running;
    const until = now() + BUDGET_MS;
    for (;;) {
      const rows = next(one);
      take(one, rows);
      if (rows.length < ROWS) break;
      if (now() >= until) return { state: 'counting', read: one.read, part: partOf(one) };
    }
    running = undefined;
    const saved = one.saved.end(one.question.until);
    const draft = one.draft === one.saved ? saved : one.draft.end(one.question.until);
    return { state: 'done', items: one.read, saved, draft, matches: one.matches };
  };
}

function partOf({ place, question: { since, until } }: Running): number {
  return Math.min(1, Math.max(0, (place.ts / 1000 - since) / (until - since)));
}

/**
 * As it was when it came, as far as that is known: one that has been seen by now was new to us where the engine has
 * heard of it. What was there before Tocsin looked counts as if it had been watched.
 */
const asMet = (row: Given): Arrival => {
  const arrival = toArrival(row);
  return { ...arrival, seen: arrival.seen && row.found_by === 'head' && row.heard === 0 };
};
