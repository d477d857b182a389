import { expect, test } from 'vitest';
import type { Failure } from '../../src-shared/app-error';
import { LANGUAGES, type Language } from '../../src-shared/messages/choose-language';
import { wordsOf } from '../support/words';

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
  'inbox.query.chips.down': ['pl ro', 'query language'],
  'inbox.query.chips.on': ['pl ro', 'query language'],
  'inbox.query.chips.since': ['pl ro', 'query language'],
  'inbox.query.chips.until': ['pl ro', 'query language'],
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
