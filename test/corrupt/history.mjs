// A realistic history, written by the real thread, and what is true of it.
//   writeHistory(folder) → the truth; the files of five moments lie in folder/clean, live, older, early, other
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startThread } from './thread.mjs';

export const T0 = Date.UTC(2026, 10, 22, 10);
export const FILE = 'history.sqlite';
export const ACCOUNTS = ['lab-krakow', 'iasi'];
const ROWS = 400;

/** @typedef {{ id: string, ts: number, type: number, severity: number, subject: string, texts: string[], states: string[] }} True */
/** @typedef {import('../../src-main/core/store-port').PageMessage} PageMessage */
/** @typedef {import('../../src-shared/inbox').Row} Row */
/** @typedef {{ row: Row, raw: string | undefined }} Shown */
/** @typedef {{ rows: Record<string, True>, marks: Record<string, string[]>, pages: Record<string, string[]> }} Truth */

/**
 * @param {string} account
 * @param {number} n
 * @param {boolean} seen
 */
function itemText(account, n, seen) {
  const type = 1 + (n % 8);
  const data =
    type >= 7
      ? { test_agent_id: n % 20 }
      : type >= 5
        ? { test_suite_id: n % 7, test_suite_name: `Łódź ${account} ${n % 7}` }
        : { task_id: n % 90, task_type: 'ping', loss: n % 100, note: 'x'.repeat(n % 211) };
  const severity = (n % 5) - 1;
  const timestamp = new Date(T0 + n * 1000).toISOString();
  return JSON.stringify({ id: n, type, seen, severity, timestamp, additional_data: data });
}

/**
 * @param {readonly string[]} items newest first
 * @param {boolean} more
 */
export const pageOf = (items, more = false) =>
  new TextEncoder().encode(
    `{"count":${more ? ROWS : items.length},"next":${more ? '"http://x/?limit=1000&offset=1000"' : 'null'},"previous":null,"results":[${items.join(',')}]}`,
  );

/**
 * @param {string} account
 * @param {Uint8Array} body
 * @param {Partial<PageMessage>} [more]
 * @returns {PageMessage}
 */
export const message = (account, body, more = {}) => ({
  account,
  body,
  walk: 'head',
  offset: 0,
  limit: 1000,
  above: null,
  again: true,
  longest: 0,
  reached: 0,
  bottom: null,
  knownSeq: Number.MAX_SAFE_INTEGER,
  now: T0,
  levels: {},
  date: null,
  missed: { since: new Map(), before: 0, at: 0 },
  horizon: null,
  ...more,
});

/**
 * @param {string} folder
 * @returns {Promise<Truth>}
 */
export async function writeHistory(folder) {
  const home = path.join(folder, 'work');
  mkdirSync(home, { recursive: true });
  /** @type {Truth} */
  const truth = { rows: {}, marks: {}, pages: {} };
  const thread = startThread();
  const keep = (/** @type {string} */ name) => {
    mkdirSync(path.join(folder, name), { recursive: true });
    cpSync(home, path.join(folder, name), { recursive: true });
  };
  const note = async () => note1(await readAll(thread), truth);
  await thread.ask('open', home);
  for (const account of ACCOUNTS) {
    const of = (/** @type {(n: number) => boolean} */ seen, from = ROWS, to = 1) =>
      Array.from({ length: from - to + 1 }, (_, i) => itemText(account, from - i, seen(from - i)));
    await thread.ask(
      'applyPage',
      message(
        account,
        pageOf(
          of((n) => n % 3 > 0, 100),
          true,
        ),
      ),
    );
    await note();
    await thread.ask('applyPage', message(account, pageOf(of((n) => n % 3 > 0, 300)), { walk: 'history' }));
    await note();
  }
  keep('early');
  for (const account of ACCOUNTS) {
    // Then they arrive; some were deleted on the server.
    const all = Array.from({ length: ROWS }, (_, i) => ROWS - i).filter((n) => n % 37 > 0);
    truth.pages[account] = all.map((n) => itemText(account, n, n % 3 > 0 && n % 11 > 0));
    await thread.ask('applyPage', message(account, pageOf(truth.pages[account] ?? [])));
    await note();
    const { decisions } = await thread.ask('decide', account, pollOf(account), CONTEXT);
    for (const one of decisions)
      if ('tells' in one) await thread.ask('toasted', one.tag, one.tells, 'shown', '', CONTEXT);
  }
  await note();
  keep('older');
  for (const account of ACCOUNTS) {
    const unseen = (await thread.ask('query', { account, seen: false }, 0, 1000)).rows;
    const keys = unseen.slice(0, 30).map(({ key }) => key);
    await thread.ask('addMarks', keys, `batch-${account}`, T0 + 8000);
    await note();
    const due = await thread.ask('dueMarks', account, T0 + 10_000, 8);
    for (const mark of due.slice(0, 4)) await thread.ask('settleMark', account, mark, { state: 'done' });
    for (const mark of due.slice(4)) await thread.ask('settleMark', account, mark, { state: 'parked' });
    await note();
    const marks = await thread.ask('dueMarks', account, T0 + 10_000, 1000);
    truth.marks[account] = marks.map(({ id, ts }) => `${id}/${ts}`);
  }
  keep('live');
  await thread.ask('close');
  keep('clean');
  await thread.ask('open', path.join(folder, 'other'));
  await thread.ask('applyPage', message('stranger', pageOf([itemText('stranger', 1, false)])));
  await thread.end();
  return truth;
}

/** @type {import('../../src-shared/preferences').Preferences['toasts']} */
const TOASTS = {
  1: 'badge',
  2: 'recovery',
  3: 'toast',
  4: 'toast',
  5: 'badge',
  6: 'badge',
  7: 'recovery',
  8: 'toast',
  other: 'badge',
};

/** @param {{ seen: boolean, live: boolean, mark: string | null }} row */
export const stateOf = ({ seen, live, mark }) => `${seen} ${live} ${mark}`;

/** @param {{ key: { account: string, id: string, ts: number } }} row */
export const nameOf = ({ key }) => `${key.account}/${key.id}/${key.ts}`;

/**
 * @param {readonly Shown[]} rows
 * @param {Truth} truth
 */
function note1(rows, truth) {
  for (const { row, raw } of rows) {
    const { type, severity, subject, key } = row;
    const known = (truth.rows[nameOf(row)] ??= {
      id: key.id,
      ts: key.ts,
      type,
      severity,
      subject,
      texts: [],
      states: [],
    });
    if (raw !== undefined && !known.texts.includes(raw)) known.texts.push(raw);
    if (!known.states.includes(stateOf(row))) known.states.push(stateOf(row));
  }
}

/**
 * Every row that is shown, every so many-th with its text.
 * @param {import('./thread.mjs').Thread} thread
 * @param {number} [every]
 * @returns {Promise<Shown[]>}
 */
export async function readAll(thread, every = 1) {
  const before = thread.notices.length;
  /** @type {Shown[]} */
  const found = [];
  for (let offset = 0; ; offset += 500) {
    const { rows } = await thread.ask('query', {}, offset, 500);
    const items = await Promise.all(
      rows.map(async (row, i) => (i % every === 0 ? thread.ask('item', row.key) : undefined)),
    );
    for (const [i, row] of rows.entries()) found.push({ row, raw: items[i]?.raw });
    // Rows were mended meanwhile: as the window does, all is read anew.
    if (thread.notices.length !== before) return readAll(thread, every);
    if (rows.length < 500) return found;
  }
}

/** What the engine is told of the world: nothing waits, nothing is held. @type {import('../../src-main/core/alerts/draft').Context} */
export const CONTEXT = {
  now: T0,
  pausedUntil: null,
  settings: {
    toasts: TOASTS,
    toastsByLevel: {},
    textRules: [],
    holdDownSeconds: 0,
    flapChanges: 0,
    flapMinutes: 10,
    quietHours: [],
    criticalBreaksThrough: true,
    escalate: false,
    silences: [],
    subjectNames: {},
  },
};

/** A complete poll that began at T0. @param {string} account */
export const pollOf = (account) => ({ account, server: T0 * 1000, at: T0, complete: true });
