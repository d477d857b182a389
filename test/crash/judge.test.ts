import { expect, test } from 'vitest';
import { judge } from './judge.mjs';
import { countIn, isDigest } from './summaries.mjs';

type Ended = Parameters<typeof judge>[0];
type Local = Ended['local'][number];

const row = (id: number, more: Partial<Local> = {}): Local => ({
  id: String(id),
  ts: id,
  seen: 0,
  marked: 0,
  live: 1,
  foundBy: 'head',
  toast: 'shown',
  shownAt: 500,
  ...more,
});
const there = (id: number, seen = false) => ({ id, seen, type: 3, timestamp: '' });
const arrival = (id: number) => ({ id, type: 3, title: new RegExp(`^Task ${id} `), at: 100, tells: true });
const own = (id: number) => ({ summary: `Task ${id} failed`, replaces: 0, at: 400 });
const digest = { summary: '2 notifications while restarting', replaces: 0, at: 400 };

/** Two came, one got its bubble, the other was counted; the first was marked. Nothing is wrong with it. */
const fine: Ended = {
  book: {
    arrivals: new Map([1, 2].map((id) => [id, arrival(id)])),
    marks: new Map([[1, 'made']]),
    markAlls: [],
  },
  server: [there(1, true), there(2)],
  local: [row(1, { seen: 1, marked: 3 }), row(2)],
  outbox: 0,
  bubbles: [own(1), digest],
  patches: [{ id: 1, status: 200 }],
  problems: [],
};
const book = (change: Partial<Ended['book']>) => ({ book: { ...fine.book, ...change } });
const NONE = { lost: 0, doubled: 0, marksLost: 0, wrong: 0 };

test.for<{ what: string; change: Partial<Ended>; found: Partial<typeof NONE> }>([
  { what: 'nothing', change: {}, found: {} },
  { what: 'a row that is missing', change: { server: [...fine.server, there(3)] }, found: { lost: 1 } },
  {
    what: 'a row that is too many',
    change: { local: [...fine.local, row(3, { shownAt: null })] },
    found: { wrong: 1 },
  },
  {
    what: 'a row twice',
    change: { local: [...fine.local, row(1, { ts: 9, seen: 1, shownAt: null })] },
    found: { doubled: 1 },
  },
  {
    what: 'another seen',
    change: { server: [there(1, true), there(2, true)] },
    found: { wrong: 1 },
  },
  { what: 'no bubble at all', change: { bubbles: [own(1)] }, found: { lost: 1 } },
  {
    what: 'a claim before its bubble',
    change: { local: [fine.local[0]!, row(2, { shownAt: 300 })] },
    found: { lost: 1 },
  },
  {
    what: 'a bubble that counts too few',
    change: { local: [...fine.local, row(3), row(4)], server: [...fine.server, there(3), there(4)] },
    found: { lost: 1 },
  },
  { what: 'a bubble twice', change: { bubbles: [own(1), own(1), digest] }, found: { doubled: 1 } },
  {
    what: 'one in place of another',
    change: { bubbles: [own(1), { ...own(1), replaces: 7 }, digest] },
    found: {},
  },
  {
    what: 'a row that waits to be told',
    change: { local: [fine.local[0]!, row(2, { toast: 'showing' })] },
    found: { lost: 2 },
  },
  {
    what: 'a mark that got nowhere',
    change: { server: [there(1), there(2)], local: [row(1), row(2)], patches: [] },
    found: { marksLost: 2 },
  },
  { what: 'a mark on its way', change: { outbox: 1 }, found: { wrong: 1 } },
  { what: 'a mark that nobody made', change: book({ marks: new Map() }), found: { wrong: 1 } },
  {
    what: 'a mark that was taken back',
    change: book({ marks: new Map([[1, 'taken back']]) }),
    found: { wrong: 1 },
  },
  {
    what: 'a mark-all that left one out',
    change: book({ markAlls: [new Set([2])] }),
    found: { marksLost: 1 },
  },
])('the judge finds $what', ({ change, found }) => {
  const verdict = judge({ ...fine, ...change });
  const counts = Object.fromEntries(Object.entries(verdict).map(([sort, list]) => [sort, list.length]));
  expect(counts, JSON.stringify(verdict)).toEqual({ ...NONE, ...found });
});

test.for([
  { summary: 'Task 7 failed', count: 0, digest: false },
  { summary: '14 alerts in 3 s', count: 14, digest: false },
  { summary: '1 notification while restarting', count: 1, digest: true },
  { summary: 'Away 12 s: 3 major, 1 warning, 1 still open', count: 4, digest: true },
  { summary: 'While you were away: 2 warnings', count: 2, digest: true },
])('“$summary” counts $count', ({ summary, count, digest: whole }) => {
  expect([countIn(summary), isDigest(summary)]).toEqual([count, whole]);
});
