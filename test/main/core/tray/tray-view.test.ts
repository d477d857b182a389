import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_KINDS } from '../../../../src-shared/app-error';
import { NO_COUNTS, type AppState, type Counts, type Health } from '../../../../src-shared/app-state';
import { wordsOf } from '../../../support/words';
import { LEVELS } from '../../../../src-shared/notification';
import { trayView } from '../../../../src-main/core/tray/tray-view';
import { accountOf, NOW, stateOf, type rowOf } from '../views';

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
    when: 'one of two accounts paused by the user',
    state: { accounts: [accountOf(), accountOf({ health: { state: 'paused', since: NOW } })] },
    icon: { mode: 'watching' },
  },
  {
    when: 'every account paused by the user',
    state: {
      accounts: [
        accountOf({ health: { state: 'paused', since: NOW } }),
        accountOf({ health: { state: 'archived', since: NOW } }),
      ],
    },
    icon: { mode: 'paused' },
  },
  {
    when: 'a tenant alone',
    state: { accounts: [accountOf({ kind: 'tenant', health: { state: 'idle' }, polledAt: null })] },
    icon: { mode: 'watching' },
  },
])('$when → $icon', ({ state, icon }) => {
  expect(view(state).icon).toMatchObject(icon);
});

test('a poll that brought nothing leaves it as it is', () => {
  const later = [accountOf({ polledAt: NOW + 120_000, nextPollAt: NOW + 150_000 })];
  expect(view({ accounts: later })).toEqual(view({ accounts: [accountOf()] }));
});

test.for<{ state: Partial<AppState>; tooltip: string }>([
  { state: { accounts: [] }, tooltip: 'Not connected to a server yet' },
  { state: {}, tooltip: 'All seen' },
  { state: { accounts: [accountOf({ polledAt: null })] }, tooltip: 'All seen · not polled yet' },
  { state: { counts: counts({ info: 2 }) }, tooltip: '2 unseen' },
  { state: { counts: counts({ info: 2, major: 3 }) }, tooltip: '3 major, 5 unseen' },
  { state: { pausedUntil: NOW, held: 2 }, tooltip: 'Paused until 14:02 · 2 held · All seen' },
  {
    state: { accounts: [accountOf({ health: lost }), accountOf({ name: 'Kraków', polledAt: NOW + 60_000 })] },
    tooltip: 'Not watching Lab: the server refused the token (401) · since 14:01 · All seen',
  },
  { state: { accounts: [accountOf({ kind: 'tenant', health: { state: 'idle' } })] }, tooltip: 'All seen' },
  {
    state: { accounts: [accountOf({ health: { state: 'paused', since: NOW - 60_000 } })] },
    tooltip: 'Lab: paused by you since 14:01 · Nothing unseen',
  },
  {
    state: {
      accounts: [accountOf(), accountOf({ health: { state: 'archived', since: NOW }, polledAt: null })],
    },
    tooltip: 'All seen',
  },
  {
    state: { quietUntil: NOW + 3_600_000, held: 3 },
    tooltip: 'Quiet until 15:02 · 3 held · All seen',
  },
  {
    state: { pausedUntil: NOW + 43_000_000, quietUntil: NOW + 3_600_000 },
    tooltip: 'Paused until 23 November 01:58 · All seen',
  },
  { state: { snoozed: { count: 2, first: NOW } }, tooltip: 'Nothing unseen · 2 snoozed' },
  {
    state: { snoozed: { count: 2, first: NOW }, counts: counts({ info: 1 }) },
    tooltip: '1 unseen',
  },
])('$tooltip', ({ state, tooltip }) => {
  expect(view(state).tooltip).toBe(tooltip);
});

test('a long tooltip is cut at a word', () => {
  const health: Health = { ...lost, failure: { kind: 'server-error', status: 503, detail: 'a b c' } };
  const name = 'Laboratorium Testów Sieciowych, Oddział Południowo-Wschodni w Krakowie';
  const { tooltip } = view({ accounts: [accountOf({ health, name }), accountOf({ health, name })] });
  expect(tooltip).toMatch(/[\p{L}\d)]…$/u);
  const whole = view({ accounts: [accountOf({ health, name: 'L' })] }).tooltip;
  expect(whole).not.toContain('…');
  expect(tooltip.length).toBeGreaterThan(80);
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
