// Brings a life to rest and reads both sides.
//   settle(life, desk)  → what judge() takes
import { DatabaseSync } from '@photostructure/sqlite';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sleep, waitUntil } from '../../scripts/processes.mjs';
import { isList } from './person.mjs';

/**
 * What others changed further down comes by the scrub, one page every fifth poll; where much of a page is missing, the
 * guard believes it when the same page lacks it again a minute later (sync.md, Guard). Nothing is wrong before.
 */
const GUARD_MS = 60_000;
const SELDOM = 5;
/** The demo server gives no larger page. */
const PAGE = 1000;
/** Then it hangs. ms */
const LONGEST = 300_000;

/**
 * @param {import('./life.mjs').Life} life
 * @param {import('./desk.mjs').Desk} desk
 * @returns {Promise<import('./judge.mjs').Ended>}
 */
export async function settle(life, desk) {
  /** @type {string[]} */
  const problems = [];
  const run = life.start();
  await run.said(/first sync done/, 30_000);
  await waitUntil(() => read(life.profile, (open) => waiting(open) === 0), 30_000, 'the marks').catch(
    () => {},
  );
  const server = await life.rows();
  await repaired(life, desk, server);
  run.terminate();
  const late = setTimeout(() => {
    problems.push('quitting took over 4 s');
    run.strike();
  }, 4000);
  const how = await run.ended;
  clearTimeout(late);
  if (how !== '0') problems.push(`quitting ended with ${how}`);
  if (!(await run.orphansGone())) problems.push('helpers outlived main by 5 s');

  for (const line of logOf(life.profile)) if (/ bug · /.test(line)) problems.push(line.slice(0, 300));
  const { accounts } = /** @type {{ accounts: unknown[] }} */ (
    JSON.parse(readFileSync(path.join(life.profile, 'accounts.json'), 'utf8'))
  );
  if (accounts.length !== 1) problems.push(`${accounts.length} accounts, of one that was provisioned`);
  const broken = readdirSync(life.profile).filter((name) => name.includes('.corrupt'));
  if (broken.length > 0) problems.push(`set aside as corrupt: ${broken.join(', ')}`);

  const after = { server: await life.rows(), patches: await life.patches() };
  return read(life.profile, (open) => {
    const [check] = /** @type {{ integrity_check: string }[]} */ (
      open.prepare('PRAGMA integrity_check').all()
    );
    if (check?.integrity_check !== 'ok') problems.push(`the history is not whole: ${check?.integrity_check}`);
    problems.push(...miscounted(open));
    return {
      book: life.story.book,
      local: /** @type {import('./judge.mjs').LocalRow[]} */ (open.prepare(ROWS).all()),
      outbox: waiting(open),
      bubbles: life.bubbles(),
      problems,
      ...after,
    };
  });
}

/**
 * Polls until both sides are alike, or until sync.md says that they have to be: a round that was begun, one after it and,
 * where the guard doubts, one more. The judge says where they still differ.
 * @param {import('./life.mjs').Life} life
 * @param {import('./desk.mjs').Desk} desk
 * @param {readonly import('./life.mjs').ServerRow[]} server
 */
async function repaired(life, desk, server) {
  const asked = life.counter(isList);
  const begun = Date.now();
  const round = (Math.ceil(server.length / PAGE) + 1) * (SELDOM + 1);
  for (;;) {
    await desk.choose('Poll now', 10_000).catch(() => {});
    if (read(life.profile, (open) => agrees(open, server))) return;
    const passed = Date.now() - begun;
    if (passed > LONGEST || (passed > GUARD_MS + 10_000 && asked() > 3 * round)) return;
    // Polls that come one upon the other tell the guard nothing new.
    await sleep(passed < 20_000 ? 0 : 300);
  }
}

const ROWS = `SELECT CAST(id AS TEXT) AS id, ts, seen_server AS seen, marked, live, found_by AS foundBy, toast,
  (SELECT max(at) FROM verdict WHERE verdict.account = notification.account AND verdict.id = notification.id
   AND verdict.ts = notification.ts AND step = 'shown') AS shownAt FROM notification`;

/** @typedef {InstanceType<typeof DatabaseSync>} Open */

/**
 * @template T
 * @param {string} profile
 * @param {(open: Open) => T} look
 */
function read(profile, look) {
  const open = new DatabaseSync(path.join(profile, 'history.sqlite'), { readOnly: true });
  try {
    return look(open);
  } finally {
    open.close();
  }
}

/** @param {Open} open @param {readonly import('./life.mjs').ServerRow[]} server */
function agrees(open, server) {
  const line = (/** @type {{ id: number | string, seen: boolean | number }} */ row) =>
    `${row.id} ${Boolean(row.seen)}`;
  const local = /** @type {import('./judge.mjs').LocalRow[]} */ (open.prepare(ROWS).all());
  const here = local.filter(({ live }) => live === 1).map(line);
  return here.toSorted().join() === server.map(line).toSorted().join();
}

const waiting = (/** @type {Open} */ open) =>
  /** @type {{ n: number }} */ (open.prepare('SELECT count(*) AS n FROM outbox WHERE parked = 0').get()).n;

/** The counts on screen are kept beside the rows: they must add up. @param {Open} open */
function miscounted(open) {
  /** @type {(sql: string) => unknown} */
  const first = (sql) => open.prepare(sql).get();
  const kept = first('SELECT sum(unseen) AS unseen, sum(live) AS live FROM tally');
  const counted = first(
    'SELECT sum(live = 1 AND seen_server = 0 AND marked = 0) AS unseen, sum(live) AS live FROM notification',
  );
  const [is, should] = [JSON.stringify(kept), JSON.stringify(counted)];
  return is === should ? [] : [`the counts say ${is}, the rows ${should}`];
}

/** @param {string} profile */
function logOf(profile) {
  const folder = path.join(profile, 'logs');
  return readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'));
}
