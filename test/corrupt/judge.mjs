// One damaged history, opened as Tocsin does: is everything that is shown true?
import { ACCOUNTS, CONTEXT, message, nameOf, pageOf, pollOf, readAll, stateOf } from './history.mjs';

const STORAGE = ['storage', 'disk-full', 'read-only', 'newer-history'];

/**
 * A list leaves out what its lines do not say: here a note that is empty, or longer than 60 letters.
 * @param {Readonly<Record<string, unknown>>} data
 */
const listed = ({ note, ...rest }) =>
  typeof note === 'string' && note !== '' && note.length <= 60 ? { ...rest, note } : rest;

/**
 * @typedef {{ outcome: 'as it was' | 'said' | 'rebuilt' | 'repaired', rows: number, lies: string[], crashes: string[],
 *   marks: 'kept' | 'loss said' | 'lost' | 'not to be known' }} Verdict
 */

/**
 * @param {import('./thread.mjs').Thread} thread
 * @param {string} folder
 * @param {import('./history.mjs').Truth} truth
 * @returns {Promise<Verdict>}
 */
export async function judge(thread, folder, truth) {
  /** @type {Verdict} */
  const verdict = { outcome: 'as it was', rows: 0, lies: [], crashes: [], marks: 'kept' };
  thread.notices.length = 0;
  try {
    await thread.ask('open', folder);
    await look(thread, truth, verdict);
    await fromTheServer(thread, truth, verdict);
  } catch (failure) {
    const { kind, detail } = /** @type {{ kind?: string, detail?: string }} */ (failure);
    if (kind !== undefined && STORAGE.includes(kind)) verdict.outcome = 'said';
    else verdict.crashes.push(`${kind ?? 'not a failure'}: ${detail ?? String(failure)}`);
  }
  await thread.ask('close').catch(() => undefined);
  if (verdict.outcome !== 'said') {
    if (thread.notices.some(({ kind }) => kind === 'rebuilt')) verdict.outcome = 'rebuilt';
    else if (thread.notices.length > 0) verdict.outcome = 'repaired';
  }
  return verdict;
}

/**
 * @param {import('./thread.mjs').Thread} thread
 * @param {import('./history.mjs').Truth} truth
 * @param {Verdict} verdict
 */
async function look(thread, truth, verdict) {
  const { lies } = verdict;
  const shown = await readAll(thread, 9);
  const names = new Set(shown.map(({ row }) => nameOf(row)));
  if (names.size !== shown.length) lies.push('a row is shown twice');
  for (const { row, raw } of shown) {
    const name = nameOf(row);
    const known = truth.rows[name] ?? STRANGER;
    const { timestamp, additional_data: data, seen } = itemOf(known.texts.at(-1) ?? '{}');
    if (raw !== undefined && !known.texts.includes(raw) && !name.startsWith('stranger/'))
      lies.push(`${name}: ${raw}`);
    else if (name.startsWith('stranger/')) continue;
    else if (row.timestamp !== timestamp || JSON.stringify(row.data) !== JSON.stringify(listed(data ?? {})))
      lies.push(`${name}: its text`);
    else if (row.type !== known.type || row.severity !== known.severity || row.subject !== known.subject)
      lies.push(`${name}: its columns`);
    // Where a flag was damaged, the server's own last word stands.
    else if (!known.states.includes(stateOf(row)) && stateOf(row) !== `${seen} true null`)
      lies.push(`${name}: ${stateOf(row)}, it never was`);
  }
  for (let i = 1; i < shown.length; i += 1)
    if ((shown[i - 1]?.row.key.ts ?? 0) < (shown[i]?.row.key.ts ?? 0)) lies.push('not in order');
  await countsAgree(thread, shown, lies);
  let missing = 0;
  for (const account of ACCOUNTS) {
    const due = await thread.ask('dueMarks', account, Number.MAX_SAFE_INTEGER, 10_000);
    const wanted = truth.marks[account] ?? [];
    const ever = Object.entries(truth.rows).flatMap(([name, { states, id, ts }]) =>
      name.startsWith(`${account}/`) && states.some((state) => state.endsWith('waiting'))
        ? [`${id}/${ts}`]
        : [],
    );
    const there = due.map(({ id, ts }) => `${id}/${ts}`);
    for (const mark of there) if (!ever.includes(mark)) lies.push(`a mark that nobody made: ${mark}`);
    missing += wanted.filter((mark) => !there.includes(mark)).length;
  }
  const said = thread.notices.some((one) => one.kind === 'rebuilt' && one.marksLost);
  verdict.marks = missing === 0 ? 'kept' : said ? 'loss said' : 'lost';
  verdict.rows = shown.length;
}

const STRANGER = {
  type: 0,
  severity: 0,
  subject: '',
  texts: /** @type {string[]} */ ([]),
  states: /** @type {string[]} */ ([]),
};

/**
 * @param {import('./thread.mjs').Thread} thread
 * @param {readonly import('./history.mjs').Shown[]} shown
 * @param {string[]} lies
 */
async function countsAgree(thread, shown, lies) {
  const { accounts } = await thread.ask('summary');
  const sum = (/** @type {'total' | 'unseen'} */ key) =>
    Object.values(accounts).reduce((all, { counts }) => all + counts[key], 0);
  const unseen = shown.filter(({ row }) => row.live && !row.seen).length;
  if (sum('total') !== shown.length) lies.push(`${sum('total')} counted, ${shown.length} shown`);
  if (sum('unseen') !== unseen) lies.push(`${sum('unseen')} counted unseen, ${unseen} shown`);
  /** @type {import('../../src-shared/filter').Filter[]} */
  const filters = [
    { seen: false },
    { level: 'major' },
    { types: [3, 4] },
    { account: ACCOUNTS[0] ?? '' },
    { order: 'oldest' },
    { text: 'ping' },
  ];
  for (const filter of filters) {
    const { rows, total } = await whole(thread, filter);
    if (rows.length !== total) lies.push(`${JSON.stringify(filter)}: ${total} counted, ${rows.length} shown`);
  }
}

/**
 * The server's pages make it whole again: every row there once, counts right, and nothing old alerted.
 * @param {import('./thread.mjs').Thread} thread
 * @param {import('./history.mjs').Truth} truth
 * @param {Verdict} verdict
 */
async function fromTheServer(thread, truth, { lies }) {
  for (const account of ACCOUNTS) {
    const fresh = (await thread.ask('syncState', account)).baselineSet;
    const items = truth.pages[account] ?? [];
    await thread.ask('applyPage', message(account, pageOf(items)));
    const { rows } = await whole(thread, { account });
    const live = rows.filter(({ live }) => live).length;
    if (live !== items.length)
      lies.push(`${account}: ${live} rows after reading again, the server has ${items.length}`);
    const { decisions } = await thread.ask('decide', account, pollOf(account), CONTEXT);
    // A file of an earlier moment knows less: what it never had is new to it.
    const earlier = rows.length > 0 && fresh && thread.notices.length === 0;
    if (decisions.length > 0 && !earlier) lies.push(`${account}: ${decisions.length} alerts for old rows`);
  }
  await countsAgree(thread, await readAll(thread, Infinity), lies);
}

/** @param {string} text */
const itemOf = (text) =>
  /** @type {{ timestamp: string, additional_data: Readonly<Record<string, unknown>> | undefined, seen: boolean }} */ (
    JSON.parse(text)
  );

/**
 * A search answers a little at a time.
 * @param {import('./thread.mjs').Thread} thread
 * @param {import('../../src-shared/filter').Filter} filter
 */
async function whole(thread, filter) {
  for (;;) {
    const answer = await thread.ask('query', filter, 0, 5000);
    if (!answer.partial) return answer;
  }
}
