import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_KINDS } from '../../../src-shared/app-error';
import { NO_COUNTS, type AppState, type Counts, type Health } from '../../../src-shared/app-state';
import { wordsOf } from '../../../src-shared/messages/language';
import { LEVELS } from '../../../src-shared/notification';
import { trayView } from '../../../src-main/core/tray-view';
import { accountOf, NOW, rowOf, stateOf } from './views';

const words = wordsOf('en', 'Europe/Warsaw');
const view = (more: Partial<AppState> = {}, rows = [] as ReturnType<typeof rowOf>[]) =>
  trayView(stateOf(more), rows, words, NOW);
const counts = (byLevel: Partial<Counts['byLevel']>): Counts => {
  const all = { ...NO_COUNTS.byLevel, ...byLevel };
  return { unseen: Object.values(all).reduce((a, b) => a + b, 0), byLevel: all, total: 99 };
};
const lost: Health = {
  state: 'not-watching',
  since: NOW - 60_000,
  failure: { kind: 'token-refused', status: 401 },
};

test.for([
  { when: 'all seen', state: {}, icon: { mode: 'watching', badge: null, count: 0 } },
  {
    when: 'info only',
    state: { counts: counts({ info: 3 }) },
    icon: { mode: 'watching', badge: 'info', count: 3 },
  },
  {
    when: 'the worst wins',
    state: { counts: counts({ info: 3, warning: 2, critical: 1 }) },
    icon: { badge: 'critical', count: 6 },
  },
  { when: 'paused', state: { pausedUntil: NOW }, icon: { mode: 'paused' } },
  {
    when: 'one account lost',
    state: { accounts: [accountOf(), accountOf({ health: lost })] },
    icon: { mode: 'not-watching' },
  },
  {
    when: 'lost while paused',
    state: { pausedUntil: NOW, accounts: [accountOf({ health: lost })] },
    icon: { mode: 'not-watching' },
  },
  {
    when: 'in trouble is not yet lost',
    state: { accounts: [accountOf({ health: { ...lost, state: 'troubled' } as Health })] },
    icon: { mode: 'watching' },
  },
  {
    when: 'a tenant alone',
    state: { accounts: [accountOf({ kind: 'tenant', health: { state: 'idle' }, polledAt: null })] },
    icon: { mode: 'watching' },
  },
])('$when → $icon', ({ state, icon }) => {
  expect(view(state).icon).toMatchObject(icon);
});

test.for<{ state: Partial<AppState>; tooltip: string }>([
  { state: { accounts: [] }, tooltip: 'Not connected to a server yet' },
  { state: {}, tooltip: 'All seen · polled 14:02' },
  { state: { accounts: [accountOf({ polledAt: null })] }, tooltip: 'All seen · not polled yet' },
  { state: { counts: counts({ info: 2 }) }, tooltip: '2 unseen · polled 14:02' },
  { state: { counts: counts({ info: 2, major: 3 }) }, tooltip: '3 major, 5 unseen · polled 14:02' },
  { state: { pausedUntil: NOW, held: 2 }, tooltip: 'Paused until 14:02 · 2 held · All seen · polled 14:02' },
  {
    state: { accounts: [accountOf({ health: lost }), accountOf({ name: 'Kraków', polledAt: NOW + 60_000 })] },
    tooltip: 'Not watching Lab: the server refused the token (401) · since 14:01 · All seen · polled 14:03',
  },
  { state: { accounts: [accountOf({ kind: 'tenant', health: { state: 'idle' } })] }, tooltip: 'All seen' },
])('$tooltip', ({ state, tooltip }) => {
  expect(view(state).tooltip).toBe(tooltip);
});

test('however much there is to say, the tooltip is one line of at most 120 characters', () => {
  const health = fc.oneof(
    fc.constant<Health>({ state: 'watching' }),
    fc
      .record({ kind: fc.constantFrom(...ERROR_KINDS), detail: fc.string({ maxLength: 300 }) })
      .map((failure): Health => ({ state: 'not-watching', since: NOW, failure })),
  );
  const account = fc
    .tuple(health, fc.string({ minLength: 1, maxLength: 60 }))
    .map(([of, name]) => accountOf({ health: of, name }));
  const state = fc.record({
    accounts: fc.array(account, { maxLength: 6 }),
    held: fc.nat(),
    pausedUntil: fc.option(fc.constant(NOW)),
    counts: fc
      .tuple(...LEVELS.map(() => fc.nat(1e6)))
      .map((of) => counts(Object.fromEntries(LEVELS.map((level, i) => [level, of[i]!])))),
  });
  fc.assert(
    fc.property(state, (given) => {
      const { tooltip, menu } = view(given);
      expect(Array.from(tooltip).length).toBeLessThanOrEqual(120);
      for (const entry of menu)
        if ('label' in entry) expect(Array.from(entry.label).length).toBeLessThanOrEqual(60);
    }),
  );
});

const labels = (...given: Parameters<typeof view>): string[] =>
  view(...given).menu.map((entry) =>
    'separator' in entry ? '—' : entry.action === null ? `(${entry.label})` : entry.label,
  );

test('the menu of an ordinary day', () => {
  const rows = [rowOf(), rowOf({ id: '2', type: 3, subject: 'task:7', ts: (NOW - 60_000) * 1000 })];
  const accounts = [accountOf({ counts: counts({ major: 2 }) })];
  expect(labels({ accounts, counts: counts({ major: 2 }) }, rows)).toEqual([
    'Open Tocsin',
    '—',
    '14:02  Agent 4 is offline',
    '14:01  Task 7 failed',
    '—',
    'Mark all as seen…',
    'Pause for 30 minutes',
    'Pause for 1 hour',
    'Poll now',
    '—',
    'Preferences…',
    'Quit Tocsin',
  ]);
});

test('nothing unseen: nothing to mark; paused: a way back', () => {
  expect(labels({ pausedUntil: NOW })).toEqual([
    'Open Tocsin',
    '—',
    '(Nothing unseen)',
    '—',
    '(Mark all as seen…)',
    'Resume alerts (paused until 14:02)',
    'Poll now',
    '—',
    'Preferences…',
    'Quit Tocsin',
  ]);
});

test.for([
  { what: 'no account', accounts: [] },
  { what: 'a tenant alone', accounts: [accountOf({ kind: 'tenant', health: { state: 'idle' } })] },
])('with $what there is nothing to poll, mark or pause', ({ accounts }) => {
  expect(labels({ accounts })).toEqual([
    'Open Tocsin',
    '—',
    'Connect to a server…',
    '—',
    'Preferences…',
    'Quit Tocsin',
  ]);
});

test('with several accounts, mark-all asks for each that has something unseen', () => {
  const accounts = [
    accountOf({ id: 'a1', name: 'A', counts: counts({ major: 1 }) }),
    accountOf({ id: 'b1', name: 'B' }),
    accountOf({ id: 'c1', name: 'C', counts: counts({ info: 1 }) }),
  ];
  const marks = view({ accounts }).menu.filter(
    (entry) => 'action' in entry && entry.action?.act === 'mark-all',
  );
  expect(marks).toEqual([
    { label: 'Mark all of A as seen…', action: { act: 'mark-all', account: 'a1' } },
    { label: 'Mark all of C as seen…', action: { act: 'mark-all', account: 'c1' } },
  ]);
});

test('five rows at most, each opens itself', () => {
  const rows = Array.from({ length: 9 }, (_, i) => rowOf({ id: String(i) }));
  const items = view({}, rows).menu.flatMap((entry) =>
    'action' in entry && entry.action?.act === 'open-item' ? [entry.action.key] : [],
  );
  expect(items).toEqual(rows.slice(0, 5).map(({ key }) => key));
});

test('a long name is cut with an ellipsis, at whole characters', () => {
  const names = { 'lab1/agent:4': '🛰️'.repeat(40) };
  const [entry] = view({ preferences: { ...stateOf().preferences, subjectNames: names } }, [
    rowOf(),
  ]).menu.slice(2);
  const label = 'label' in entry! ? entry.label : '';
  expect(label).toMatch(/^14:02 .*…$/u);
  expect(label).not.toMatch(/\p{Surrogate}/u);
});
