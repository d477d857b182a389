import { expect, test } from 'vitest';
import { compareKeys } from '../../src-renderer/inbox/rows/order';
import { createRows, firstShown, rowAt } from '../../src-renderer/inbox/rows/rows';
import { filterSource, type Source } from '../../src-renderer/inbox/rows/source';
import type { Row } from '../../src-shared/inbox';
import { keyText } from '../../src-shared/notification';
import { bad, fakeBridge } from './fake-bridge';
import { agents, aRow, MINUTE } from './world';

/** Main's answer takes no time here: there is nobody who could act before it. */
const atOnce = (): Promise<void> => Promise.resolve();

/** Until every step that was begun has ended: all of them are promises. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 80; i += 1) await Promise.resolve();
};

async function open(all: readonly Row[], held = false) {
  const fake = fakeBridge({}, all, {}, atOnce);
  const rows = createRows();
  const source = filterSource(fake.bridge, { seen: false });
  rows.revise(fake.state().revision);
  rows.show(source);
  await settled();
  rows.hold(held);
  const put = async (next: readonly Row[]): Promise<void> => {
    fake.put(next);
    rows.revise(fake.state().revision);
    await settled();
  };
  const ids = (from: number, to: number): (string | undefined)[] =>
    Array.from({ length: to - from }, (_, i) => rowAt(rows.store.getState(), from + i)?.key.id);
  return { fake, rows, source, put, ids, state: () => rows.store.getState() };
}

const arrival = (id: number): Row => aRow({ id, ago: -id });

test('a held list keeps every row in its place, and counts what arrives', async () => {
  const { put, ids, fake, state } = await open(agents(30), true);
  const before = ids(0, 30);
  await put([arrival(101), arrival(102), ...fake.rows()]);
  expect(ids(0, 30)).toEqual(before);
  expect(state().waiting).toBe(2);
});

test('a list that is not held follows', async () => {
  const { put, ids, fake, state } = await open(agents(30));
  await put([arrival(102), ...fake.rows()]);
  expect(ids(0, 2)).toEqual(['102', '30']);
  expect(state().waiting).toBe(0);
});

test('begins with a page that is known: nothing is asked until the revision moves', async () => {
  const fake = fakeBridge({}, agents(30), {}, atOnce);
  const source = filterSource(fake.bridge, { seen: false });
  const page = await source.ask(0, 100);
  const before = fake.calls('inboxQuery').length;
  if (!page.ok) throw new Error(page.failure.kind);
  const rows = createRows(firstShown(source, page.value));
  expect(rowAt(rows.store.getState(), 0)?.key.id).toBe('30');
  rows.show(source);
  rows.revise(fake.state().revision);
  await settled();
  expect(fake.calls('inboxQuery')).toHaveLength(before);
  fake.put([arrival(102), ...fake.rows()]);
  rows.revise(fake.state().revision);
  await settled();
  expect(rowAt(rows.store.getState(), 0)?.key.id).toBe('102');
});

test('letting go brings in what waited', async () => {
  const { rows, put, ids, fake } = await open(agents(5), true);
  await put([arrival(102), ...fake.rows()]);
  rows.hold(false);
  await settled();
  expect(ids(0, 2)).toEqual(['102', '5']);
});

test('a row that leaves the view under the pointer stays, as what it is now', async () => {
  const { put, fake, state } = await open(agents(10), true);
  await put(fake.rows().map((row, i) => (i === 2 ? { ...row, seen: true } : row)));
  expect(rowAt(state(), 2)).toMatchObject({ key: { id: '8' }, seen: true });
  expect(rowAt(state(), 3)).toMatchObject({ key: { id: '7' }, seen: false });
});

test('a row that is gone altogether stays, and says so', async () => {
  const { put, fake, state } = await open(agents(10), true);
  await put(fake.rows().filter((_, i) => i !== 2));
  expect(rowAt(state(), 2)).toMatchObject({ key: { id: '8' }, live: false });
});

test.for([
  {
    what: 'arrivals above',
    change: (all: readonly Row[]) => [arrival(901), arrival(902), arrival(903), ...all],
    by: 3,
  },
  { what: 'rows above that left', change: (all: readonly Row[]) => all.slice(250), by: -250 },
  {
    what: 'very many arrivals',
    change: (all: readonly Row[]) => [...Array.from({ length: 700 }, (_, i) => arrival(2000 + i)), ...all],
    by: 700,
  },
])(
  'scrolling on after $what: the row that is looked at keeps its place on screen',
  async ({ change, by }) => {
    const { rows, put, fake, state } = await open(agents(1000), true);
    rows.anchorBy(() => 480);
    rows.want({ first: 470, last: 490 });
    await settled();
    const anchored = rowAt(state(), 480)!;
    await put(change(fake.rows()));
    expect(rowAt(state(), 480)).toEqual(anchored); // held: nothing has moved yet
    rows.want({ first: 560, last: 580 }); // a page that is not there
    await settled();
    expect(state().moved).toEqual({ from: 480, to: 480 + by });
    // Every loaded row is where the source has it now.
    const now = fake
      .rows()
      .filter(({ seen }) => !seen)
      .toSorted((a, b) => b.key.ts - a.key.ts);
    for (const [page, loaded] of state().pages)
      expect(loaded.map(({ key }) => keyText(key))).toEqual(
        now.slice(page * 100, (page + 1) * 100).map(({ key }) => keyText(key)),
      );
  },
);

test('a jump to where nothing is loaded keeps the count of what arrived above', async () => {
  const { rows, put, fake, state } = await open(agents(1000), true);
  rows.anchorBy(() => 700);
  await put([arrival(901), arrival(902), ...fake.rows()]);
  rows.want({ first: 700, last: 720 });
  await settled();
  expect(state().waiting).toBe(2);
  expect(rowAt(state(), 700)).toBeDefined();
});

test('what another filter showed stays until the new answer is there', async () => {
  const { rows, fake, ids } = await open(agents(3));
  let answer = (): void => {};
  const slow: Source = {
    ...filterSource(fake.bridge, {}),
    ask: (offset, limit) =>
      new Promise((resolve) => {
        answer = () => void fake.bridge.call('inboxQuery', { filter: {}, offset, limit }).then(resolve);
      }),
  };
  rows.show({ ...slow, id: 'slow' });
  await settled();
  expect(ids(0, 3)).toEqual(['3', '2', '1']);
  answer();
  await settled();
  expect(rows.store.getState().source?.id).toBe('slow');
});

test('an answer for a filter that is no longer asked is not shown', async () => {
  const { rows, fake, state } = await open(agents(3));
  const answers: (() => void)[] = [];
  const slow: Source = {
    ...filterSource(fake.bridge, {}),
    id: 'slow',
    ask: () =>
      new Promise((resolve) =>
        answers.push(() => resolve({ ok: true, value: { rows: [], total: 0, revision: 1 } })),
      ),
  };
  const drawn: (string | undefined)[] = [];
  rows.store.subscribe((next) => drawn.push(next.source?.id));
  rows.show(slow);
  await settled();
  rows.show(filterSource(fake.bridge, { account: 'lab1' }));
  for (const answer of answers) answer();
  await settled();
  expect(drawn).toEqual(['filter account:lab1']);
  expect(state().total).toBe(3);
});

test('a source that fails shows nothing of another one, and is asked again on request', async () => {
  const { rows, fake, state, ids } = await open(agents(3));
  fake.handlers.inboxQuery = () => bad('storage');
  rows.show(filterSource(fake.bridge, {}));
  await settled();
  expect(state()).toMatchObject({ total: 0, failure: { kind: 'storage' } });
  delete fake.handlers.inboxQuery;
  rows.refresh();
  await settled();
  expect(state().failure).toBeNull();
  expect(ids(0, 3)).toEqual(['3', '2', '1']);
});

test('a poll that brought nothing asks nothing', async () => {
  const { rows, fake } = await open(agents(300));
  const before = fake.calls('inboxQuery').length;
  rows.revise(fake.state().revision);
  rows.want({ first: 0, last: 20 });
  await settled();
  expect(fake.calls('inboxQuery')).toHaveLength(before);
});

test('ids beyond 2^53 keep their order', async () => {
  const big = (id: string): Row => ({ ...aRow({ id: 1, ago: MINUTE }), key: { account: 'lab1', id, ts: 5 } });
  const { put, state } = await open([big('9007199254740993')], true);
  await put([big('9007199254740994'), big('9007199254740993')]);
  expect(state().waiting).toBe(1);
});

test.for([
  { order: 'newest', ids: ['7', '10', '9', '2'] },
  { order: 'oldest', ids: ['2', '9', '10', '7'] },
] as const)('$order first: by the stamp, and of one stamp by the number', ({ order, ids }) => {
  const keys = [
    { id: '9', ts: 5 },
    { id: '7', ts: 6 },
    { id: '10', ts: 5 },
    { id: '2', ts: 4 },
  ].map((key) => ({ ...key, account: 'lab1' }));
  expect(keys.toSorted((a, b) => compareKeys(a, b, order)).map(({ id }) => id)).toEqual(ids);
});
