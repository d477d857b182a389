import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';
import { nameKey, parseSubject } from '../../src-shared/subject';
import { titleOf } from '../../src-shared/titles';

const messagesOf = (language: Language) => wordsOf(language).messages;

const SUBJECTS = [
  'task:1557',
  'task:1557',
  'task:1557',
  'task:1557',
  'suite:395',
  'suite:395',
  'agent:4',
  'agent:4',
];

function title(language: Language, type: number, how: 'plain' | 'named' | 'bare', outage = false): string {
  const subject = how === 'bare' ? 'item:3587' : (SUBJECTS[type - 1] ?? 'item:3587');
  const names = how === 'named' ? { [nameKey('lab', parseSubject(subject))]: 'Gdańsk uplink' } : {};
  const ts = 420_000_000;
  const row = { key: { account: 'lab', id: '3587', ts }, type, severity: 1, data: {}, subject };
  return titleOf({ ...row, outageFrom: outage ? 0 : null }, { ...wordsOf(language, 'UTC'), names });
}

test.for([
  {
    language: 'en',
    plain: [
      'Task 1557 started',
      'Task 1557 succeeded',
      'Task 1557 failed',
      'Threshold exceeded on task 1557',
      'Suite 395 started',
      'Suite 395 finished',
      'Agent 4 is online',
      'Agent 4 is offline',
    ],
    named: [
      'Gdańsk uplink started',
      'Gdańsk uplink succeeded',
      'Gdańsk uplink failed',
      'Threshold exceeded on Gdańsk uplink',
      'Gdańsk uplink started',
      'Gdańsk uplink finished',
      'Gdańsk uplink is online',
      'Gdańsk uplink is offline',
    ],
    over: [
      'Agent 4 was offline for 7 min',
      'Gdańsk uplink was offline for 7 min',
      'Task 1557 succeeded, 7 min after it failed',
      'Gdańsk uplink succeeded, 7 min after it failed',
    ],
  },
  {
    language: 'pl',
    plain: [
      'Zadanie 1557 wystartowało',
      'Zadanie 1557 powiodło się',
      'Zadanie 1557 nie powiodło się',
      'Próg przekroczony: zadanie 1557',
      'Zestaw 395 wystartował',
      'Zestaw 395 zakończył się',
      'Agent 4 jest online',
      'Agent 4 jest offline',
    ],
    named: [
      'Gdańsk uplink: zadanie wystartowało',
      'Gdańsk uplink: zadanie powiodło się',
      'Gdańsk uplink: zadanie nie powiodło się',
      'Próg przekroczony: Gdańsk uplink',
      'Gdańsk uplink: zestaw wystartował',
      'Gdańsk uplink: zestaw zakończył się',
      'Gdańsk uplink jest online',
      'Gdańsk uplink jest offline',
    ],
    over: [
      'Agent 4 był offline przez 7 min',
      'Gdańsk uplink: offline przez 7 min',
      'Zadanie 1557 powiodło się, 7 min po niepowodzeniu',
      'Gdańsk uplink: zadanie powiodło się, 7 min po niepowodzeniu',
    ],
  },
  {
    language: 'ro',
    plain: [
      'Sarcina 1557 a pornit',
      'Sarcina 1557 a reușit',
      'Sarcina 1557 a eșuat',
      'Prag depășit: sarcina 1557',
      'Suita 395 a pornit',
      'Suita 395 s-a încheiat',
      'Agentul 4 este online',
      'Agentul 4 este offline',
    ],
    named: [
      'Gdańsk uplink a pornit',
      'Gdańsk uplink a reușit',
      'Gdańsk uplink a eșuat',
      'Prag depășit: Gdańsk uplink',
      'Gdańsk uplink a pornit',
      'Gdańsk uplink s-a încheiat',
      'Gdańsk uplink este online',
      'Gdańsk uplink este offline',
    ],
    over: [
      'Agentul 4 a fost offline 7 min',
      'Gdańsk uplink a fost offline 7 min',
      'Sarcina 1557 a reușit, la 7 min după eșec',
      'Gdańsk uplink a reușit, la 7 min după eșec',
    ],
  },
] as const)('$language: titles of all types', ({ language, plain, named, over }) => {
  const types = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(types.map((type) => title(language, type, 'plain'))).toEqual(plain);
  expect(types.map((type) => title(language, type, 'named'))).toEqual(named);
  expect([
    title(language, 7, 'plain', true),
    title(language, 7, 'named', true),
    title(language, 2, 'plain', true),
    title(language, 2, 'named', true),
  ]).toEqual(over);
});

test.for(LANGUAGES)('%s: titles where nothing is named', (language) => {
  const { bare, unknown } = messagesOf(language).titles;
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((type) => title(language, type, 'bare'))).toEqual(Object.values(bare));
  expect(title(language, 9, 'bare')).toBe(unknown(9));
});

test.for([
  ['en', 'Suite “Night run” finished'],
  ['pl', 'Zestaw „Night run” zakończył się'],
  ['ro', 'Suita „Night run” s-a încheiat'],
] as const)('%s: a suite that the server names', ([language, text]) => {
  const { suite, types } = messagesOf(language).titles;
  expect(types[6](suite('Night run'))).toBe(text);
});

test.for([
  ['en', '52 s', '2 h 13 min', '3 d 4 h'],
  ['pl', '52 s', '2 h 13 min', '3 d 4 h'],
  ['ro', '52 s', '2 h 13 min', '3 z 4 h'],
] as const)('%s: durations', ([language, seconds, hours, days]) => {
  const { format } = wordsOf(language);
  expect(format.duration(52_000)).toBe(seconds);
  expect(format.duration((2 * 60 + 13) * 60_000)).toBe(hours);
  expect(format.duration((3 * 24 + 4) * 3_600_000)).toBe(days);
});
