// A history of a million rows in the real database thread: opening, pages at any place, searches, memory. Written anew
// each time through the thread itself, and made searchable by it; that takes some minutes.
import { sleep } from '../../../scripts/processes.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cleanAtExit } from '../../../scripts/desktop/children.mjs';
import { ensureBuild } from '../../../scripts/setup.mjs';
import { median } from '../numbers.mjs';
import { message, T0 } from '../../corrupt/history.mjs';
import { randomOf } from '../../corrupt/random.mjs';
import { startThread } from '../../corrupt/thread.mjs';

const ROWS = 1_000_000;
const ON_A_PAGE = 1000;
const ASKED = 100;

/** @typedef {import('../../../src-shared/filter').Filter} Filter */

/** @type {Record<string, Filter>} */
const PAGES = {
  all: {},
  unseen: { seen: false },
  seen: { seen: true },
  'of an account, unseen': { account: 'a', seen: false },
  'of a level': { level: 'major' },
  'of a type': { types: [8] },
  'of a type that one in 10,000 has': { types: [6] },
  'of a severity': { severity: { op: 'in', values: [3] } },
};
/** Rare, a number, in every row, in a tenth, with marks, of two letters, of one, in none, of several words. */
const SEARCHES = [
  'task:1234 dns',
  '765432',
  'task_id',
  'agent',
  'łódź',
  'dn',
  '7',
  'zq',
  'qqqqq',
  'oddzial 377 http',
];

/** @param {number} n */
function itemText(n) {
  const type = n % 10_007 === 0 ? 6 : n % 11 < 2 ? 8 - (n % 11) : 1 + (n % 5);
  const data =
    n % 11 < 2
      ? { test_agent_id: n % 200 }
      : {
          task_id: n % 15_000,
          task_type: ['ping', 'http', 'dns', 'voip'][n % 4],
          test_suite_id: n % 40,
          test_suite_name: `Oddział Łódź ${n % 400}`,
          ...(n % 7 === 0 && { packet_loss: ((n * 7919) % 1000) / 10 }),
        };
  const timestamp = new Date(T0 + (n - ROWS) * 15_000).toISOString();
  return JSON.stringify({ id: n, type, seen: n % 50 > 0, severity: n % 5, timestamp, additional_data: data });
}

/** @returns {Promise<import('../row.mjs').Row[]>} */
export async function million() {
  await ensureBuild();
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-million-'));
  cleanAtExit(() => rmSync(folder, { recursive: true, force: true }));
  const writing = startThread();
  const text = new TextEncoder();
  await writing.ask('open', folder);
  const begun = performance.now();
  for (let top = ROWS; top > 0; top -= ON_A_PAGE) {
    const items = Array.from({ length: ON_A_PAGE }, (_, i) => itemText(top - i)).join(',');
    const body = text.encode(
      `{"count":${ROWS},"next":"http://x/?limit=1000&offset=9","previous":null,"results":[${items}]}`,
    );
    const first = top === ROWS;
    const more = first
      ? {}
      : { walk: /** @type {const} */ ('history'), offset: ROWS - top, above: Number.MIN_SAFE_INTEGER };
    await writing.ask('applyPage', message('a', body, more));
  }
  const written = performance.now() - begun;
  const indexed = await searchable(writing);
  await writing.ask('close');
  await writing.end();

  const thread = startThread();
  await thread.ask('open', ':memory:'); // the thread and its code are there
  const before = memory();
  const opening = await timed(() => thread.ask('open', folder));
  const random = randomOf(1);
  /** @type {Map<Filter, number>} */
  const deepest = new Map();
  for (const filter of Object.values(PAGES))
    // A search is gone down page by page: nobody jumps into the middle of what is not found yet.
    deepest.set(
      filter,
      filter.types || filter.severity ? 2000 : (await thread.ask('query', filter, 0, 1)).total,
    );
  const pages = await inTurn(PAGES, 60, (filter) => {
    const offset =
      random(4) === 0 ? random(Math.max(1, (deepest.get(filter) ?? 0) - ASKED)) : ASKED * random(5);
    return thread.ask('query', filter, offset, ASKED);
  });
  const searches = await inTurn(
    Object.fromEntries(SEARCHES.map((one) => [one, { text: one }])),
    20,
    (filter, i) => thread.ask('query', i % 2 ? { ...filter, order: 'oldest' } : filter, 0, ASKED),
  );
  const grown = memory() - before;
  await thread.end();
  rmSync(folder, { recursive: true, force: true });
  return [
    row(
      'a million rows: opening the history',
      opening,
      'ms',
      1500,
      `written in ${(written / 1000).toFixed(0)} s, searchable after ${(indexed / 1000).toFixed(0)} s more`,
    ),
    row('… a page of 100 rows, p99', p99(Object.values(pages).flat()), 'ms', 16, slowest(pages)),
    row('… an answer to a search, p99', p99(Object.values(searches).flat()), 'ms', 50, slowest(searches)),
    row('… memory grown by it', grown, 'MB', 60, ''),
  ];
}

/**
 * Quiet: nothing is asked, so the index is written; the thread's own time tells when it has ended.
 * @param {import('../../corrupt/thread.mjs').Thread} thread
 */
async function searchable(thread) {
  const from = performance.now();
  for (let last = -1; ;) {
    await sleep(4000);
    const { user, system } = process.cpuUsage();
    if (last >= 0 && user + system - last < 100_000) break;
    last = user + system;
  }
  await thread.ask('summary');
  return performance.now() - from;
}

/** @param {() => Promise<unknown>} act */
async function timed(act) {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/**
 * @param {Record<string, Filter>} filters
 * @param {number} times
 * @param {(filter: Filter, i: number) => Promise<unknown>} ask
 */
async function inTurn(filters, times, ask) {
  /** @type {Record<string, number[]>} */
  const found = {};
  for (const [name, filter] of Object.entries(filters)) {
    found[name] = [];
    for (let i = 0; i < times; i += 1) found[name].push(await timed(() => ask(filter, i)));
  }
  return found;
}

const p99 = (/** @type {readonly number[]} */ values) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? NaN;

/** @param {Record<string, number[]>} found */
function slowest(found) {
  const [name, worst] = Object.entries(found)
    .map(([one, values]) => /** @type {const} */ ([one, p99(values)]))
    .reduce((a, b) => (b[1] > a[1] ? b : a));
  return `median ${median(Object.values(found).flat()).toFixed(1)} ms; the slowest: ${name}, ${worst.toFixed(1)} ms`;
}

/** Resident memory of this process, the thread included, MB. */
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

/**
 * @param {string} name
 * @param {number} value
 * @param {import('../numbers.mjs').Unit} unit
 * @param {number} limit
 * @param {string} detail
 * @returns {import('../row.mjs').Row}
 */
const row = (name, value, unit, limit, detail) => ({ name, value, unit, limit, detail, samples: {} });
