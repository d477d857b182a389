import { expect, test } from 'vitest';
import { NO_COUNTS, type AppState, type Counts, type Health } from '../../../../src-shared/app-state';
import { LANGUAGES, type Language } from '../../../../src-shared/messages/choose-language';
import { wordsOf } from '../../../../src-shared/messages/language';
import { trayMenu } from '../../../../src-main/core/tray/tray-menu';
import { accountOf, NOW, rowOf, stateOf } from '../views';

const MIN = 60_000;
const HOUR = 60 * MIN;
const menuOf = (
  more: Partial<AppState> = {},
  rows: ReturnType<typeof rowOf>[] = [],
  language: Language = 'en',
  now = NOW,
) => trayMenu(stateOf(more), rows, wordsOf(language, 'Europe/Warsaw'), now, 'Europe/Warsaw');
const counts = (byLevel: Partial<Counts['byLevel']>): Counts => {
  const all = { ...NO_COUNTS.byLevel, ...byLevel };
  return { unseen: Object.values(all).reduce((a, b) => a + b, 0), byLevel: all, total: 99 };
};
/** In brackets: nothing to choose. */
const labels = (...given: Parameters<typeof menuOf>): string[] =>
  menuOf(...given).map((entry) =>
    'separator' in entry ? '—' : entry.action === null ? `(${entry.label})` : entry.label,
  );
/** Without what is always there. */
const part = (from: RegExp, to: RegExp, ...given: Parameters<typeof menuOf>): string[] => {
  const all = labels(...given);
  return all.slice(
    all.findIndex((one) => from.test(one)),
    all.findIndex((one) => to.test(one)),
  );
};
const lost = (more: object = {}): Health =>
  ({ state: 'not-watching', since: NOW - MIN, failure: { kind: 'timeout' }, ...more }) as Health;

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

test.for<{ language: Language; said: string[] }>([
  {
    language: 'en',
    said: [
      '(Paused until 15:02 · 14 held)',
      'End the pause now',
      '(2 silences)',
      'Agent 4, until 14:32: end now',
      'Gdańsk uplink, until 23 November 14:02: end now',
    ],
  },
  {
    language: 'pl',
    said: [
      '(Pauza do 15:02 · 14 alertów czeka)',
      'Zakończ pauzę',
      '(2 wyciszenia)',
      'Agent 4, do 14:32: zakończ teraz',
      'Gdańsk uplink, do 23 listopada 14:02: zakończ teraz',
    ],
  },
  {
    language: 'ro',
    said: [
      '(Pauză până la 15:02 · 14 alerte în așteptare)',
      'Încheie pauza acum',
      '(2 tăceri)',
      'Agentul 4, până la 14:32: încheie acum',
      'Gdańsk uplink, până la 23 noiembrie 14:02: încheie acum',
    ],
  },
])('$language: a pause with its end, and what is silenced, each with its end', ({ language, said }) => {
  const silence = (agent: number, until: number) => ({
    id: `s${agent}`,
    what: { by: 'subject', account: 'lab1', subject: `agent:${agent}` } as const,
    until,
  });
  const given: Partial<AppState> = {
    pausedUntil: NOW + HOUR,
    held: 14,
    silences: [silence(9, NOW + 24 * HOUR), silence(4, NOW + 30 * MIN)],
    preferences: { ...stateOf().preferences, subjectNames: { 'lab1/agent:9': 'Gdańsk uplink' } },
  };
  const all = labels(given, [], language);
  const from = all.indexOf(said[0]!);
  expect(all.slice(from, from + said.length)).toEqual(said);
  const actions = menuOf(given, [], language).flatMap((one) =>
    'action' in one && one.action ? [one.action] : [],
  );
  expect(actions).toContainEqual({ act: 'resume' });
  expect(actions.filter(({ act }) => act === 'end-silence')).toEqual([
    { act: 'end-silence', id: 's4' },
    { act: 'end-silence', id: 's9' },
  ]);
});

test.for<{ language: Language; said: string[] }>([
  {
    language: 'en',
    said: [
      '(Quiet until 07:00 · 3 held)',
      'Pause for 30 minutes',
      'Pause for 1 hour',
      'Pause until 08:00',
      'Pause until another time…',
    ],
  },
  {
    language: 'pl',
    said: [
      '(Cisza do 07:00 · 3 alerty czekają)',
      'Wstrzymaj alerty na 30 minut',
      'Wstrzymaj alerty na 1 godzinę',
      'Wstrzymaj alerty do 08:00',
      'Wstrzymaj alerty do innej pory…',
    ],
  },
  {
    language: 'ro',
    said: [
      '(Liniște până la 07:00 · 3 alerte în așteptare)',
      'Pauză la alerte: 30 de minute',
      'Pauză la alerte: o oră',
      'Pauză la alerte până la 08:00',
      'Pauză la alerte până la altă oră…',
    ],
  },
])('$language: quiet hours at night, and a pause until 8:00', ({ language, said }) => {
  const three = Date.UTC(2026, 10, 23, 2);
  const given = { quietUntil: Date.UTC(2026, 10, 23, 6), held: 3 };
  const all = labels(given, [], language, three);
  const from = all.indexOf(said[0]!);
  expect(all.slice(from, from + said.length)).toEqual(said);
});

test.for<{ language: Language; said: string[] }>([
  {
    language: 'en',
    said: [
      'A: not watching, needs a token',
      'B: not watching since 14:01',
      'C: no good answer since 14:01',
      'D: not asked yet',
      'E: paused by you since 14:01',
    ],
  },
  {
    language: 'pl',
    said: [
      'A: bez obserwacji, potrzebny token',
      'B: bez obserwacji od 14:01',
      'C: brak dobrej odpowiedzi od 14:01',
      'D: jeszcze nie sprawdzono',
      'E: wstrzymane przez ciebie od 14:01',
    ],
  },
  {
    language: 'ro',
    said: [
      'A: fără urmărire, trebuie un token',
      'B: fără urmărire de la 14:01',
      'C: fără răspuns bun de la 14:01',
      'D: încă neverificat',
      'E: pus pe pauză de tine, de la 14:01',
    ],
  },
])('$language: a line an account, the worst first, none that ticks', ({ language, said }) => {
  const accounts = [
    accountOf({ id: 'z', name: 'Z', health: { state: 'archived', since: NOW } }),
    accountOf({ id: 'e', name: 'E', health: { state: 'paused', since: NOW - MIN } }),
    accountOf({ id: 'd', name: 'D', health: { state: 'starting' } }),
    accountOf({ id: 'c', name: 'C', health: lost({ state: 'troubled' }) }),
    accountOf({ id: 't', name: 'T', kind: 'tenant', health: { state: 'idle' } }),
    accountOf({ id: 'a', name: 'A', health: lost({ failure: { kind: 'token-refused' } }) }),
    accountOf({ id: 'b', name: 'B', health: lost() }),
  ];
  const menu = menuOf({ accounts }, [], language).slice(2, 7);
  expect(menu.map((one) => 'label' in one && one.label)).toEqual(said);
  expect(menu.map((one) => 'action' in one && one.action)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((account) => ({ act: 'account', account })),
  );
  const later = accounts.map((one) => ({ ...one, polledAt: NOW + 30_000, nextPollAt: NOW + MIN }));
  expect(labels({ accounts: later }, [], language)).toEqual(labels({ accounts }, [], language));
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

test('nothing unseen: nothing to mark; what is snoozed is said', () => {
  expect(part(/unseen/, /Pause/, { snoozed: { count: 2, first: NOW } })).toEqual([
    '(Nothing unseen)',
    '(2 snoozed)',
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

test.for(LANGUAGES)('%s: no two entries that act have the same words', (language) => {
  const all = labels(
    { pausedUntil: null, quietUntil: NOW + HOUR, held: 1 },
    [rowOf()],
    language,
    Date.UTC(2026, 10, 22, 21),
  );
  const acting = all.filter((one) => one !== '—');
  expect(new Set(acting).size).toBe(acting.length);
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
