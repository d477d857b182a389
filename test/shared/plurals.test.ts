import { expect, test } from 'vitest';
import { createFormat } from '../../src-shared/messages/format';
import type { Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';
import { LEVELS } from '../../src-shared/notification';

const messagesOf = (language: Language) => wordsOf(language).messages;

/** As a person reads it: the number, and the number as it is written. */
const counted = (language: Language, say: (n: number, shown: string) => string, n: number): string =>
  say(n, createFormat(language, messagesOf(language)).number(n));

test.for([
  [1, '1 powiadomienie podczas pauzy'],
  [2, '2 powiadomienia podczas pauzy'],
  [5, '5 powiadomień podczas pauzy'],
  [12, '12 powiadomień podczas pauzy'],
  [22, '22 powiadomienia podczas pauzy'],
  [25, '25 powiadomień podczas pauzy'],
  [101, '101 powiadomień podczas pauzy'],
] as const)('pl, notifications: %i', ([n, text]) => {
  expect(messagesOf('pl').toasts.digests.paused(n)).toBe(text);
});

test.for([
  [0, '0 nieprzeczytanych'],
  [1, '1 nieprzeczytane'],
  [2, '2 nieprzeczytane'],
  [5, '5 nieprzeczytanych'],
  [12, '12 nieprzeczytanych'],
  [22, '22 nieprzeczytane'],
  [25, '25 nieprzeczytanych'],
  [101, '101 nieprzeczytanych'],
  [48_212, '48\u202f212 nieprzeczytanych'],
] as const)('pl, unseen: %i', ([n, text]) => {
  expect(counted('pl', messagesOf('pl').pages.frame.unseen, n)).toBe(text);
});

test.for([
  [1, '1 alert czeka'],
  [2, '2 alerty czekają'],
  [5, '5 alertów czeka'],
  [12, '12 alertów czeka'],
  [22, '22 alerty czekają'],
  [25, '25 alertów czeka'],
  [101, '101 alertów czeka'],
] as const)('pl, held: %i', ([n, text]) => {
  expect(messagesOf('pl').tray.held(n)).toBe(text);
  expect(counted('pl', messagesOf('pl').pages.frame.foot.held, n)).toBe(text);
});

test.for([
  [1, '1 inne konto też nie jest obserwowane'],
  [2, '2 inne konta też nie są obserwowane'],
  [5, '5 innych kont też nie jest obserwowanych'],
  [12, '12 innych kont też nie jest obserwowanych'],
  [22, '22 inne konta też nie są obserwowane'],
  [25, '25 innych kont też nie jest obserwowanych'],
  [101, '101 innych kont też nie jest obserwowanych'],
] as const)('pl, other accounts: %i', ([n, text]) => {
  expect(messagesOf('pl').pages.frame.banner.others(n)).toBe(text);
});

test.for([
  [1, '1 notificare în timpul pauzei'],
  [2, '2 notificări în timpul pauzei'],
  [19, '19 notificări în timpul pauzei'],
  [20, '20 de notificări în timpul pauzei'],
  [23, '23 de notificări în timpul pauzei'],
  [101, '101 notificări în timpul pauzei'],
] as const)('ro, notifications: %i', ([n, text]) => {
  expect(messagesOf('ro').toasts.digests.paused(n)).toBe(text);
});

test.for([
  [1, 'Filtrează sau caută în 1 notificare'],
  [2, 'Filtrează sau caută în 2 notificări'],
  [19, 'Filtrează sau caută în 19 notificări'],
  [20, 'Filtrează sau caută în 20 de notificări'],
  [23, 'Filtrează sau caută în 23 de notificări'],
  [101, 'Filtrează sau caută în 101 notificări'],
  [48_210, 'Filtrează sau caută în 48\u202f210 notificări'],
  [48_220, 'Filtrează sau caută în 48\u202f220 de notificări'],
] as const)('ro, a number that comes as text: %i', ([n, text]) => {
  const say = messagesOf('ro').inbox.query.placeholderIn;
  expect(counted('ro', (_, shown) => say(shown), n)).toBe(text);
});

test.for([
  [1, '1 alertă în așteptare'],
  [2, '2 alerte în așteptare'],
  [19, '19 alerte în așteptare'],
  [20, '20 de alerte în așteptare'],
  [23, '23 de alerte în așteptare'],
  [101, '101 alerte în așteptare'],
] as const)('ro, held: %i', ([n, text]) => {
  expect(messagesOf('ro').tray.held(n)).toBe(text);
  expect(counted('ro', messagesOf('ro').pages.frame.foot.held, n)).toBe(text);
});

test.for([
  [1, 'Salvează 1 schimbare'],
  [2, 'Salvează 2 schimbări'],
  [19, 'Salvează 19 schimbări'],
  [20, 'Salvează 20 de schimbări'],
  [23, 'Salvează 23 de schimbări'],
  [101, 'Salvează 101 schimbări'],
] as const)('ro, changes: %i', ([n, text]) => {
  expect(messagesOf('ro').pages.tenant.save(n)).toBe(text);
});

test.for([
  ['en', '3 critical, 25 unseen', '3 major, 25 unseen', '3 warnings, 25 unseen'],
  [
    'pl',
    '3 krytyczne, 25 nieprzeczytanych',
    '3 poważne, 25 nieprzeczytanych',
    '3 ostrzeżenia, 25 nieprzeczytanych',
  ],
  ['ro', '3 critice, 25 necitite', '3 majore, 25 necitite', '3 avertismente, 25 necitite'],
] as const)('%s: a level after a number', ([language, critical, major, warning]) => {
  const { tray, titles } = messagesOf(language);
  expect(tray.counts(titles.levels.critical, 3, 25)).toBe(critical);
  expect(tray.counts(titles.levels.major, 3, 25)).toBe(major);
  expect(tray.counts(titles.levels.warning, 3, 25)).toBe(warning);
  expect(new Set(LEVELS.map((level) => tray.counts(titles.levels[level], 5, 5))).size).toBe(LEVELS.length);
});

test.for([
  ['en', '14 agents went offline in 40 s', '22 alerts in 2 min', '40 tasks failed', '1 task failed'],
  [
    'pl',
    '14 agentów offline w ciągu 40 s',
    '22 alerty w ciągu 2 min',
    '40 nieudanych zadań',
    '1 nieudane zadanie',
  ],
  ['ro', '14 agenți offline în 40 s', '22 de alerte în 2 min', '40 de sarcini eșuate', '1 sarcină eșuată'],
] as const)('%s: a storm', ([language, offline, mixed, failed, one]) => {
  const { storm, alerts, sorts } = messagesOf(language).toasts;
  expect(storm(sorts.offline(14), 40)).toBe(offline);
  expect(storm(alerts(22), 120)).toBe(mixed);
  expect([sorts.failed(40), sorts.failed(1)]).toEqual([failed, one]);
});
