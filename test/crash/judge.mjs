// Compares what happened with what is left of it. Pure.
//   judge(life)  → { lost, doubled, marksLost, wrong }: a sentence each
import { countIn } from './summaries.mjs';

/**
 * @typedef {{ readonly id: string, readonly ts: number, readonly seen: number, readonly marked: number, readonly live: number,
 *   readonly foundBy: string, readonly toast: string, readonly shownAt: number | null }} LocalRow `shownAt`: ms
 * @typedef {{ readonly summary: string, readonly replaces: number, readonly at: number }} Bubble
 * @typedef {{ readonly book: import('./story.mjs').Book, readonly server: readonly import('./life.mjs').ServerRow[],
 *   readonly local: readonly LocalRow[], readonly outbox: number, readonly bubbles: readonly Bubble[],
 *   readonly patches: readonly { readonly id: number, readonly status: number }[], readonly problems: readonly string[] }} Ended
 * @typedef {{ readonly lost: readonly string[], readonly doubled: readonly string[], readonly marksLost: readonly string[],
 *   readonly wrong: readonly string[] }} Verdict
 */

/**
 * @param {Ended} ended
 * @returns {Verdict}
 */
export function judge({ book, server, local, outbox, bubbles, patches, problems }) {
  /** @type {string[]} */
  const lost = [];
  /** @type {string[]} */
  const doubled = [];
  /** @type {string[]} */
  const marksLost = [];
  const wrong = [...problems];
  const here = new Map(local.map((row) => [row.id, row]));
  const there = new Map(server.map((row) => [row.id, row]));

  for (const { id, seen } of server) {
    const row = here.get(String(id));
    if (!row || row.live === 0) lost.push(`${id} is on the server and not in the inbox`);
    else if ((row.seen === 1) !== seen) wrong.push(`${id}: seen is ${seen} on the server, not so here`);
  }
  for (const { id, live } of local)
    if (live === 1 && !there.has(Number(id))) wrong.push(`${id} is in the inbox and not on the server`);
  if (here.size < local.length) doubled.push(`${local.length - here.size} rows stand twice`);

  for (const { id, title, tells } of book.arrivals.values()) {
    const own = bubbles.filter(({ summary, replaces }) => replaces === 0 && title.test(summary));
    if (own.length > 1) doubled.push(`${id} was told by ${own.length} bubbles: ${own[0]?.summary}`);
    const row = here.get(String(id));
    if (!tells || own.length > 0 || row?.foundBy === 'baseline') continue;
    if (!row)
      lost.push(`${id} was never told`); // told of later as absent, too, where it is on the server
    else if (!isCovered(row, local, bubbles)) lost.push(`${id} was never told: ${row.toast}`);
  }

  for (const [id, how] of book.marks) {
    const row = there.get(id);
    const asked = patches.some((patch) => patch.id === id);
    const byAll = book.markAlls.some((set) => set.has(id));
    if (how === 'made' && row && !row.seen) marksLost.push(`${id} was marked and is unseen on the server`);
    if (how === 'made' && !asked && !byAll) marksLost.push(`${id} was marked and the server never asked`);
    if (how === 'taken back' && asked && !byAll)
      wrong.push(`${id}: its mark was taken back and reached the server`);
  }
  for (const set of book.markAlls)
    for (const id of set)
      if (there.get(id)?.seen === false)
        marksLost.push(`${id} was among those marked by mark-all and is unseen on the server`);
  for (const { id } of patches)
    if (!book.marks.has(id) && !book.markAlls.some((set) => set.has(id)))
      wrong.push(`${id} was marked on the server, and nobody asked for it`);
  if (outbox > 0) wrong.push(`${outbox} marks still wait`);
  for (const row of local)
    if (['pending', 'held', 'showing'].includes(row.toast)) lost.push(`${row.id} still waits to be told`);
  return { lost, doubled, marksLost, wrong };
}

/**
 * Told among several: its history says when, and a bubble of that moment counts at least as many.
 * @param {LocalRow} row
 * @param {readonly LocalRow[]} local
 * @param {readonly Bubble[]} bubbles
 */
function isCovered({ toast, shownAt }, local, bubbles) {
  if ((toast !== 'shown' && toast !== 'digest') || shownAt === null) return false;
  const together = local.filter((row) => row.shownAt === shownAt).length;
  const before = bubbles.filter(({ at, summary }) => at <= shownAt && countIn(summary) > 0).at(-1);
  return before !== undefined && countIn(before.summary) >= together;
}
