import { expect, test } from 'vitest';
import { AppError } from '../../../../src-shared/app-error';
import type { PageFacts } from '../../../../src-main/core/store-port';
import { walk, type WalkPlan } from '../../../../src-main/core/sync/walk';

/** A list of stamps, newest first, that may change between two pages. */
function server(
  stamps: number[],
  { max = Infinity, before = (_call: number, _list: number[]): void => undefined } = {},
) {
  let list = [...stamps];
  const calls: string[] = [];
  const seen = new Set<number>();
  const ask = (offset: number, limit: number, above: number | null): Promise<PageFacts> => {
    before(calls.length, list);
    const size = Math.min(limit, max);
    const page = list.slice(offset, offset + size);
    const hasNext = offset + size < list.length;
    const ok = above === null || (page.length > 0 && page[0]! > above);
    calls.push(`${offset}+${size}${ok ? '' : ' slipped'}`);
    for (const one of page) seen.add(one);
    const last = page.at(-1) ?? null;
    const end =
      (ok && page.length > 0 && page.length < size && !hasNext) || (page.length === 0 && offset === 0);
    const tieAtEnd = page.filter((one) => one === last).length;
    const facts = { length: page.length, count: list.length, firstTs: page[0] ?? null, lastTs: last };
    return Promise.resolve({
      ...facts,
      tieAtEnd,
      ok,
      end,
      unsure: false,
      members: null,
      effectiveLimit: size,
      unreadable: null,
    });
  };
  return { ask, calls, seen, set: (next: number[]) => (list = next) };
}
const plan = (ask: WalkPlan['ask'], more: Partial<WalkPlan> = {}): WalkPlan => ({
  ask,
  offset: 0,
  limit: 10,
  nextLimit: 10,
  above: null,
  done: () => false,
  onTooLarge: () => Promise.resolve(),
  onGroup: () => undefined,
  ...more,
});
const down = (from: number, n: number): number[] => Array.from({ length: n }, (_, i) => from - i);
const failure = (walking: Promise<unknown>): Promise<unknown> =>
  walking.then(
    () => 'no failure',
    (error: unknown) => (error instanceof AppError ? error.failure.kind : error),
  );

test('pages overlap by two rows beside the group at their end, down to the end', async () => {
  const list = server(down(100, 25));
  const { pages, facts } = await walk(plan(list.ask));
  expect(list.calls).toEqual(['0+10', '7+10', '14+10', '21+10']);
  expect([pages, facts.end, list.seen.size]).toEqual([4, true, 25]);
});

test('an empty list ends at once', async () => {
  const list = server([]);
  expect((await walk(plan(list.ask))).facts.end).toBe(true);
  expect(list.calls).toEqual(['0+10']);
});

test('a full page without more is not the end: one more is read', async () => {
  const list = server(down(100, 10));
  expect((await walk(plan(list.ask))).facts.end).toBe(true);
  expect(list.calls).toEqual(['0+10', '7+10']);
});

test('it stops where it is told to, and from the second page on pages are larger', async () => {
  const list = server(down(1000, 900));
  const done = ({ lastTs }: PageFacts): boolean => lastTs !== null && lastTs < 850;
  expect((await walk(plan(list.ask, { nextLimit: 100, done }))).pages).toBe(3);
  expect(list.calls).toEqual(['0+10', '7+100', '104+100']);
});

test('rows deleted between two pages: the offset is stepped back until the pages meet', async () => {
  const list = server(down(100, 40), { before: (call, rows) => void (call === 1 && rows.splice(0, 7)) });
  await walk(plan(list.ask));
  expect(list.calls.slice(0, 4)).toEqual(['0+10', '7+10 slipped', '5+10 slipped', '1+10']);
  expect(list.seen.size).toBe(40);
});

test('all deleted between two pages: back to the top, which is empty', async () => {
  const list = server(down(100, 40), { before: (call, rows) => void (call === 1 && rows.splice(0, 40)) });
  expect((await walk(plan(list.ask))).facts).toMatchObject({ end: true, length: 0 });
});

test('arrivals between two pages only come twice', async () => {
  const list = server(down(100, 30), {
    before: (call, rows) => void (call === 1 && rows.unshift(103, 102, 101)),
  });
  await walk(plan(list.ask));
  expect([...list.seen].filter((one) => one <= 100)).toHaveLength(30);
});

test('a group of equal stamps at the end is left out of the next offset', async () => {
  const list = server([20, 19, 18, 17, 16, 5, 5, 5, 5, 5, 5, 4, 3, 2, 1]);
  await walk(plan(list.ask));
  expect(list.calls.slice(0, 2)).toEqual(['0+10', '3+10']);
});

test('a group that fills a page is read in a larger one', async () => {
  const list = server([...Array<number>(15).fill(50), ...down(40, 10)]);
  await walk(plan(list.ask));
  expect(list.calls.slice(0, 2)).toEqual(['0+10', '0+20']);
  expect(list.seen.size).toBe(11);
});

test('where the server gives no larger ones, the group is stepped through, each page beginning in it', async () => {
  const list = server([60, ...Array<number>(12).fill(50), ...down(40, 10)], { max: 5 });
  await walk(plan(list.ask));
  expect(list.calls.slice(0, 8)).toEqual(['0+5', '4+5', '8+5', '12+5', '2+5', '6+5', '10+5', '12+5']);
  expect(list.seen.size).toBe(12);
});

test('rows deleted while a group is stepped through: back into the group', async () => {
  const rows = [...Array<number>(12).fill(50), ...down(40, 20)];
  const list = server(rows, { max: 5, before: (call, now) => void (call === 2 && now.splice(0, 9)) });
  await walk(plan(list.ask));
  expect(list.calls).toContain('8+5 slipped');
  expect(list.seen.size).toBe(21);
});

test('a page without any readable stamp proves nothing and bounds nothing', async () => {
  const aboves: (number | null)[] = [];
  const list = server(down(100, 60));
  await walk(
    plan(async (offset, limit, above) => {
      aboves.push(above);
      const facts = await list.ask(offset, limit, above);
      return aboves.length === 2 ? { ...facts, firstTs: null, lastTs: null, tieAtEnd: 0 } : facts;
    }),
  );
  expect(aboves.slice(0, 3)).toEqual([null, 91, 91]);
  expect(list.seen.size).toBe(60);
});

test.for([
  { what: 'ignores the offset', bend: () => 0 },
  { what: 'takes the offset for a page’s number', bend: (offset: number) => offset * 10 },
  { what: 'counts from the end', bend: (offset: number) => Math.max(0, 90 - offset) },
])('a server that $what is not our API, after a bounded number of questions', async ({ bend }) => {
  const list = server(down(5000, 3000));
  expect(await failure(walk(plan((offset, limit, above) => list.ask(bend(offset), limit, above))))).toBe(
    'not-our-api',
  );
  expect(list.calls.length).toBeLessThan(80);
});

test('a walk may begin in the middle, above a stamp that it must meet', async () => {
  const list = server(down(100, 40));
  const done = ({ lastTs }: PageFacts): boolean => lastTs !== null && lastTs < 80;
  await walk(plan(list.ask, { offset: 30, above: 80, done }));
  expect(list.calls.slice(0, 4)).toEqual(['30+10 slipped', '28+10 slipped', '24+10 slipped', '16+10']);
});

test('a page that fails ends the walk with its cause', async () => {
  const refused = new AppError({ kind: 'timeout' });
  expect(await failure(walk(plan(() => Promise.reject(refused))))).toBe('timeout');
});

test.for([
  { cap: 10, nextLimit: 100, calls: ['0+10', '7+100', '7+50', '7+25', '7+12', '7+6', '10+6', '13+6'] },
  { cap: 10, nextLimit: 10, calls: ['0+10', '7+10', '14+10'] },
])(
  'pages over the byte cap are asked for in halves, of $nextLimit rows',
  async ({ cap, nextLimit, calls }) => {
    const list = server(down(100, 60));
    const asked: string[] = [];
    const ask: WalkPlan['ask'] = (offset, limit, above) => {
      asked.push(`${offset}+${limit}`);
      return limit > cap
        ? Promise.reject(new AppError({ kind: 'too-large' }))
        : list.ask(offset, limit, above);
    };
    await walk(plan(ask, { nextLimit }));
    expect(asked.slice(0, calls.length)).toEqual(calls);
    expect(list.seen.size).toBe(60);
  },
);

test('a group of equal stamps is not asked for in pages that were too large before', async () => {
  const list = server([60, ...Array<number>(40).fill(50), ...down(40, 10)]);
  let asked = 0;
  const ask: WalkPlan['ask'] = (offset, limit, above) => {
    asked += 1;
    return limit > 12 ? Promise.reject(new AppError({ kind: 'too-large' })) : list.ask(offset, limit, above);
  };
  await walk(plan(ask, { limit: 20, nextLimit: 20 }));
  expect([list.seen.size, asked < 20]).toEqual([12, true]);
});

test('answers that are too large whatever is asked end the walk with that cause', async () => {
  let asked = 0;
  const ask = (): Promise<never> => ((asked += 1), Promise.reject(new AppError({ kind: 'too-large' })));
  expect(await failure(walk(plan(ask, { limit: 1000 })))).toBe('too-large');
  expect(asked).toBeLessThan(50);
});
