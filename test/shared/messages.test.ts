import { expect, test } from 'vitest';
import type { Failure } from '../../src-shared/app-error';
import { createFormat } from '../../src-shared/messages/format';
import { LANGUAGES, type Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../../src-shared/messages/language';
import { LEVELS } from '../../src-shared/notification';
import { nameKey, parseSubject } from '../../src-shared/subject';
import { titleOf } from '../../src-shared/titles';

const OTHERS = ['pl', 'ro'] as const satisfies readonly Language[];
const messagesOf = (language: Language) => wordsOf(language).messages;

/** Sentences by their path: `pages.frame.unseen`. Functions are asked with ‹1›, ‹2› … for what they are given. */
type Sentences = ReadonlyMap<string, string>;
type Say = (...given: unknown[]) => unknown;

const TEXT_FIRST = /^titles\.|(^|\.)failures\.|^tray\.counts$|^toasts\.ofLevel$|\.placeholderIn$/;

const FAILURE: Failure = { kind: 'bug', status: 418, detail: 'their words' };

/** @param n asked of every function that takes a number first; none of those that take a text */
function sentencesOf(language: Language, n?: number): Sentences {
  const all = new Map<string, string>();
  const walk = (part: unknown, path: string): void => {
    if (typeof part === 'function') {
      if (n === undefined) all.set(path, ask(part as Say, path));
      else if (!TEXT_FIRST.test(path)) all.set(path, String((part as Say)(n, '‹2›', '‹3›')));
    } else if (typeof part === 'object' && part !== null)
      for (const [name, inner] of Object.entries(part)) walk(inner, path === '' ? name : `${path}.${name}`);
    else if (n === undefined) all.set(path, typeof part === 'string' ? part : '');
  };
  walk(messagesOf(language), '');
  return all;
}

function ask(say: Say, path: string): string {
  if (path === 'titles.subject') return String(say({ kind: 'task', id: '‹1›' }));
  if (/(^|\.)failures\./.test(path)) {
    const { what, next } = say(FAILURE) as { readonly what?: string; readonly next: string };
    return what === undefined ? next : `${what}. ${next}`;
  }
  return String(say('‹1›', '‹2›', '‹3›'));
}

const en = sentencesOf('en');

/** Sentences that are the same as in English, and why that is right. Whatever has no letter needs no reason. */
const SAME: { readonly [path: string]: readonly [languages: string, why: string] } = {
  'units.second': ['pl ro', 'unit'],
  'units.minute': ['pl ro', 'unit'],
  'units.hour': ['pl ro', 'unit'],
  'units.day': ['pl', 'unit'],
  'inbox.marks.left': ['pl ro', 'unit'],
  'titles.levels.major': ['ro', 'the same word'],
  'titles.typeNames.7': ['pl ro', 'the same word'],
  'titles.typeNames.8': ['pl ro', 'the same word'],
  'alerts.silences.subjects.agent': ['pl ro', 'the same word'],
  'alerts.silences.kinds.text': ['ro', 'the same word'],
  'alerts.silences.pattern': ['ro', 'the same word'],
  'alerts.silences.durations.hour': ['ro', 'unit'],
  'alerts.silences.durations.shift': ['ro', 'unit'],
  'alerts.test.where': ['pl ro', 'product'],
  'inbox.detail.fields.agent': ['pl ro', 'the same word'],
  'inbox.query.chips.seen': ['pl ro', 'query language'],
  'inbox.query.chips.level': ['pl ro', 'query language'],
  'inbox.query.chips.type': ['pl ro', 'query language'],
  'inbox.query.chips.severity': ['pl ro', 'query language'],
  'inbox.query.chips.snoozed': ['pl ro', 'query language'],
  'inbox.query.chips.account': ['pl ro', 'query language'],
  'inbox.query.chips.order': ['pl ro', 'query language'],
  'inbox.query.yes': ['pl ro', 'query language'],
  'inbox.query.no': ['pl ro', 'query language'],
  'pages.frame.app': ['pl ro', 'product'],
  'pages.frame.token.label': ['pl ro', 'the same word'],
  'pages.welcome.addressExample': ['pl ro', 'address'],
  'pages.welcome.token': ['pl ro', 'the same word'],
  'pages.welcome.backends.Windows DPAPI': ['pl ro', 'product'],
  'pages.account.facts.token': ['pl ro', 'the same word'],
  'pages.tenant.email': ['pl ro', 'the same word'],
  'pages.tenant.teams': ['pl ro', 'product'],
  'pages.tenant.webhook.example': ['pl ro', 'address'],
  'pages.tenant.diff.on': ['pl ro', 'value of the API'],
  'pages.tenant.diff.off': ['pl ro', 'value of the API'],
  'pages.preferences.languages.en': ['pl ro', 'languages call themselves by their own names'],
  'pages.preferences.languages.pl': ['pl ro', 'languages call themselves by their own names'],
  'pages.preferences.languages.ro': ['pl ro', 'languages call themselves by their own names'],
  'pages.preferences.rules.toast': ['pl', 'the same word'],
  'pages.preferences.version': ['pl ro', 'product'],
};

const same = (language: Language, path: string): boolean =>
  SAME[path]?.[0].split(' ').includes(language) ?? false;

const given = (text: string): readonly string[] =>
  [...new Set(text.match(/‹\d›|10\d\d|their words|418/g))].toSorted();

test('what is walked is all there is', () => {
  expect(en.size).toBeGreaterThan(450);
  expect(en.get('pages.frame.banner.since')).toBe('not watching since ‹1›');
});

test.for(OTHERS)('%s has the sentences of English, no more and no fewer', (language) => {
  expect([...sentencesOf(language).keys()].toSorted()).toEqual([...en.keys()].toSorted());
});

test.for(LANGUAGES)('%s: every sentence says something, calmly', (language) => {
  for (const [path, text] of sentencesOf(language)) {
    if (path === 'pages.tenant.advice.current') continue; // nothing to advise
    expect.soft(text, path).toBeTruthy();
    expect.soft(text, path).toBe(text.trim());
    expect.soft(text, path).not.toMatch(/!|undefined|\bnull\b|\[object|\.\.\./);
    expect.soft(text, path).not.toMatch(/ {2}|\.\.|\p{M}/u);
  }
});

test('English keeps to the words of design.md', () => {
  for (const [path, text] of en)
    expect.soft(text, path).not.toMatch(/\b(sync\w*|payloads?|entit(y|ies)|successful(ly)?)\b/i);
});

test.for(OTHERS)('%s says each sentence in its own words', (language) => {
  const left = [...sentencesOf(language)]
    .filter(([path, text]) => text === en.get(path) && /\p{L}/u.test(text))
    .map(([path]) => path);
  expect(left.toSorted()).toEqual(
    Object.keys(SAME)
      .filter((path) => same(language, path))
      .toSorted(),
  );
});

test.for(OTHERS)('%s tells all that English tells', (language) => {
  for (const [path, text] of sentencesOf(language)) {
    if (path === 'tray.counts' || path === 'toasts.ofLevel') continue; // a level has its own form after a number, tested below
    expect.soft(given(text), path).toEqual(given(en.get(path) ?? ''));
  }
});

/** Of every plural form: 1002 and 1023 few, 1005 many in Polish; 1002 few, 1023 with "de" in Romanian. */
test.for([1002, 1005, 1023])('every form of a sentence tells its number: %i', (n) => {
  const [english, ...others] = (['en', ...OTHERS] as const).map((language) => sentencesOf(language, n));
  for (const other of others)
    for (const [path, text] of other) expect.soft(given(text), path).toEqual(given(english?.get(path) ?? ''));
});

test.for(OTHERS)('%s puts its own quotation marks', (language) => {
  for (const [path, text] of sentencesOf(language)) {
    if (path !== 'cli.loopbackOnly') expect.soft(text, path).not.toMatch(/["“]/); // JSON stands there
    expect.soft(text.match(/„/g)?.length, path).toBe(text.match(/”/g)?.length);
  }
});

/** Words that are none, or another language's, without their diacritics. */
const FOLDED: { readonly [L in (typeof OTHERS)[number]]: string } = {
  pl:
    'sie juz jesli byc moze zeby ktory ktora ktore ktorej takze rowniez sa beda bedzie zaden zadnych wiecej nastepny nastepne ' +
    'wlasny wlacz wylacz polacz polaczenie laczenie sciezka sciezke pokaz usun czesc czesto dziala dzialaja dzis prog krotszy ' +
    'wyslac wyslano wysyla blad jezyk wyglad wroc wznow sprawdz otworz zrodlo szczegoly powazny powazne zostac ' +
    'obserwowac przegladarce kolejnosc skrzynke haslo serwerow alertow powiadomien najwyzej pozniej przyklad',
  ro:
    'si in sa pana dupa fara catre daca poti asa acelasi totusi retea fisier fisierul sterge marcheaza inchide citeste ' +
    'lipeste raspuns raspunde raspunsul preferinte setari notificari alerteaza incearca cauta inca esuat sfarsit intrerupere ' +
    'urmarit urmarirea pastrat pastrate masina gazda numarata stie verifica',
};

test.for(OTHERS)('%s keeps its diacritics', (language) => {
  const folded = new Set(FOLDED[language].split(' '));
  for (const [path, text] of sentencesOf(language)) {
    const words = text.toLowerCase().split(/[^\p{L}]+/u);
    expect
      .soft(
        words.filter((word) => folded.has(word)),
        path,
      )
      .toEqual([]);
    // ţ and ş with a cedilla are Turkish; Romanian has ț and ș with a comma below.
    expect.soft(text, path).not.toMatch(/[ţşŢŞ]/);
  }
});

/** As a person reads it: the number, and the number as it is written. */
const counted = (language: Language, say: (n: number, shown: string) => string, n: number): string =>
  say(n, createFormat(language, messagesOf(language).units).number(n));

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
  ['en', '14 agents went offline in 40 s', '22 alerts in 2 min'],
  ['pl', '14 agentów offline w ciągu 40 s', '22 alerty w ciągu 2 min'],
  ['ro', '14 agenți offline în 40 s', '22 de alerte în 2 min'],
] as const)('%s: a storm', ([language, offline, mixed]) => {
  const { toasts } = messagesOf(language);
  expect(toasts.stormOffline(14, 40)).toBe(offline);
  expect(toasts.storm(22, 120)).toBe(mixed);
});

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
