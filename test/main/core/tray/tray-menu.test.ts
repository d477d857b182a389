import { expect, test } from 'vitest';
import type { AppState } from '../../../../src-shared/app-state';
import { accountOf, NOW, rowOf, stateOf } from '../views';
import { menuOf, counts, labels, part } from './menu';

const MIN = 60_000;
const HOUR = 60 * MIN;

test('the menu of an ordinary day', () => {
  const rows = [rowOf(), rowOf({ id: '2', type: 3, subject: 'task:7', ts: (NOW - MIN) * 1000 })];
  const accounts = [accountOf({ counts: counts({ major: 2 }) })];
  expect(labels({ accounts, counts: counts({ major: 2 }) }, rows)).toEqual([
    'Open Tocsin',
    '—',
    'Lab: watching',
    '—',
    '14:02  Major · Agent 4 is offline',
    '14:01  Major · Task 7 failed',
    'Mark all as seen…',
    '—',
    'Pause for 30 minutes',
    'Pause for 1 hour',
    'Pause until another time…',
    'Poll now',
    '—',
    'Preferences…',
    'Quit Tocsin',
  ]);
});

test('many accounts and many silences: the first, and how many more', () => {
  const accounts = Array.from({ length: 7 }, (_, i) => accountOf({ id: `a${i}`, name: `A${i}` }));
  const silences = Array.from({ length: 6 }, (_, i) => ({
    id: `s${i}`,
    what: { by: 'type' as const, type: 8 },
    until: NOW + i * MIN + MIN,
  }));
  const all = labels({ accounts, silences });
  expect(all.slice(2, 7)).toEqual([
    'A0: watching',
    'A1: watching',
    'A2: watching',
    'A3: watching',
    'and 3 more…',
  ]);
  expect(all).toContain('(6 silences)');
  expect(all).toContain('and 2 more…');
});

test('silences that an administrator has set are said, and not ended here', () => {
  const silences = [{ id: 'x', what: { by: 'type' as const, type: 8 }, until: NOW + 30 * MIN }];
  const locks = { ...stateOf().locks, names: ['silences'] as const };
  expect(part(/silence/, /Poll now/, { silences, locks })).toEqual([
    '(1 silence)',
    '(Agent offline, until 14:32)',
  ]);
});

test('a silence says what it is of', () => {
  const of = (what: AppState['silences'][number]['what']) => ({ id: 'x', what, until: NOW + 30 * MIN });
  const silences = [of({ by: 'type', type: 4 }), of({ by: 'text', pattern: 'uplink ' + 'x'.repeat(80) })];
  const said = part(/silences/, /Poll now/, { silences });
  expect(said).toEqual([
    '(2 silences)',
    'Threshold exceeded, until 14:32: end now',
    expect.stringMatching(/^“uplink x+…, until 14:32: end now$/),
  ]);
});

test('the most urgent of the newest stand first, five at most; plain information has no word', () => {
  const rows = Array.from({ length: 9 }, (_, i) =>
    rowOf({
      id: String(i),
      ts: (NOW - i * MIN) * 1000,
      level: i === 6 ? 'critical' : i === 8 ? 'warning' : i % 2 ? 'info' : 'major',
    }),
  );
  expect(part(/offline/, /Mark all/, {}, rows)).toEqual([
    '13:56  Critical · Agent 4 is offline',
    '14:02  Major · Agent 4 is offline',
    '14:00  Major · Agent 4 is offline',
    '13:58  Major · Agent 4 is offline',
    '13:54  Warning · Agent 4 is offline',
  ]);
  const [item] = menuOf({}, [rows[1]!]).filter((one) => 'action' in one && one.action?.act === 'open-item');
  expect(item).toEqual({
    label: '14:01  Agent 4 is offline',
    action: { act: 'open-item', key: rows[1]!.key },
  });
});

test('an item of another day says which', () => {
  expect(labels({}, [rowOf({ ts: (NOW - 24 * HOUR) * 1000 })])).toContain(
    '21 November 14:02  Major · Agent 4 is offline',
  );
});

test.for([
  { count: 0, said: [] },
  { count: 1, said: ['(1 snoozed)'] },
  { count: 2, said: ['(2 snoozed)'] },
])('nothing unseen: nothing to mark; $count snoozed is said', ({ count, said }) => {
  expect(part(/unseen/, /Pause/, { snoozed: { count, first: count > 0 ? NOW : null } })).toEqual([
    '(Nothing unseen)',
    ...said,
    '(Mark all as seen…)',
    '—',
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
  const marks = menuOf({ accounts }).filter((entry) => 'action' in entry && entry.action?.act === 'mark-all');
  expect(marks).toEqual([
    { label: 'Mark all of A as seen…', action: { act: 'mark-all', account: 'a1' } },
    { label: 'Mark all of C as seen…', action: { act: 'mark-all', account: 'c1' } },
  ]);
});

test('a long name is cut with an ellipsis, at whole characters', () => {
  const names = { 'lab1/agent:4': '🛰️'.repeat(40) };
  const entry = menuOf({ preferences: { ...stateOf().preferences, subjectNames: names } }, [rowOf()]).find(
    (one) => 'action' in one && one.action?.act === 'open-item',
  );
  const label = 'label' in entry! ? entry.label : '';
  expect(label).toMatch(/^14:02 .*…$/u);
  expect(label).not.toMatch(/\p{Surrogate}/u);
});
