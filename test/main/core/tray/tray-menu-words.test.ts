import { expect, test } from 'vitest';
import type { AppState } from '../../../../src-shared/app-state';
import { LANGUAGES, type Language } from '../../../../src-shared/messages/choose-language';
import { accountOf, NOW, rowOf, stateOf } from '../views';
import { menuOf, labels, lost } from './menu';

const MIN = 60_000;
const HOUR = 60 * MIN;

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
