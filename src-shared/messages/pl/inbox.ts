import type { Messages } from '../en/en';
import { plural } from '../plural';
import { detail } from './detail';
import { query } from './query';

export const inbox: Messages['inbox'] = {
  detail,
  query,
  views: {
    inbox: 'Skrzynka',
    down: 'Teraz offline',
    critical: 'Krytyczne',
    snoozed: 'Odłożone',
    all: 'Wszystkie',
    members: (n) =>
      plural('pl', n, {
        one: '1 powiadomienie z alertu',
        few: `${n} powiadomienia z alertu`,
        other: `${n} powiadomień z alertu`,
      }),
  },
  list: {
    name: 'Powiadomienia',
    newSince: (time) => `Nowe od ${time}`,
    earlier: 'Dziś wcześniej',
    today: 'Dziś',
    yesterday: (day) => `Wczoraj, ${day}`,
    fromServer: (account) => `Prosto z serwera: ${account}`,
    unseen: 'Nieprzeczytane',
    selected: 'wybrane',
    gone: 'nie ma już na serwerze',
    waiting: 'oznaczenie w drodze',
    refused: 'oznaczenie nieprzyjęte',
    waitingHint: 'Tutaj oznaczone jako przeczytane; serwer jeszcze tego nie potwierdził.',
    refusedHint: 'Tutaj oznaczone jako przeczytane; serwer tego nie przyjął.',
    goneHint: 'Serwer już tego nie ma. Tutaj nadal można to przeczytać.',
    arrived: (n, shown) => plural('pl', n, { one: '1 nowe', few: `${shown} nowe`, other: `${shown} nowych` }),
    arrivedHint: 'Pokaż je i przejdź na górę',
    update: 'Odśwież listę',
    capped: (shown) => `Widać tu tylko najnowsze (${shown}). Starsze znajdzie filtr.`,
    more: 'Więcej działań',
    chosen: (n, shown) =>
      plural('pl', n, { one: '1 wybrane', few: `${shown} wybrane`, other: `${shown} wybranych` }),
    clearChosen: 'Wyczyść wybór',
  },
  marks: {
    button: (_, shown) => `Oznacz ${shown} jako przeczytane`,
    buttonLoaded: (n, shown) =>
      plural('pl', n, {
        one: 'Oznacz 1 wczytane jako przeczytane',
        few: `Oznacz ${shown} wczytane jako przeczytane`,
        other: `Oznacz ${shown} wczytanych jako przeczytane`,
      }),
    done: (_, shown) => `Oznaczono ${shown} jako przeczytane`,
    undo: 'Cofnij',
    left: (seconds) => `${seconds} s`,
    takenBack: 'Cofnięte. Nic nie zostało wysłane.',
    alreadySent: 'Za późno, by cofnąć: serwer już to ma.',
    nothingToUndo: 'Nie ma czego cofać.',
    seenAlready: 'Już przeczytane.',
    hide: 'Ukryj ten komunikat',
  },
  markAll: {
    title: 'Oznacz wszystko jako przeczytane',
    which: 'Które konto?',
    counting: 'Sprawdzanie, co na serwerze jest najnowsze…',
    ask: (_, shown, account) => `Oznaczyć ${shown} jako przeczytane na koncie ${account}?`,
    none: (account) => `Na koncie ${account} nie ma nic nieprzeczytanego.`,
    note: 'Serwer oznaczy wszystko, także to, co tutaj ukrywa filtr. Tego nie da się cofnąć.',
    snoozed: (n) =>
      plural('pl', n, {
        one: '1 z nich jest odłożone.',
        few: `${n} z nich są odłożone.`,
        other: `${n} z nich jest odłożonych.`,
      }),
    grew: (n, shown) =>
      plural('pl', n, {
        one: 'Tymczasem przyszły nowe. Teraz byłoby to 1.',
        other: `Tymczasem przyszły nowe. Teraz byłoby ich ${shown}.`,
      }),
    act: (_, shown) => `Oznacz ${shown} jako przeczytane`,
    cancel: 'Anuluj',
    close: 'Zamknij',
    next: 'Dalej',
    done: (_, shown, account) => `Oznaczono ${shown} jako przeczytane na koncie ${account}.`,
  },
  empty: {
    opening: 'Otwieranie historii lokalnej',
    reading: 'Pierwsze czytanie historii',
    readingNote: 'O starych powiadomieniach nie będzie alertów. To okno można zamknąć.',
    connecting: 'Pierwsze zapytanie do serwera',
    progress: (read, total) => `${read} z ${total}`,
    about: (duration) => `jeszcze około ${duration}`,
    allSeen: 'Wszystko przeczytane',
    nothingUnseen: 'Nie ma tu nic nieprzeczytanego',
    since: (time) => `Nic nowego od ${time}.`,
    sinceDay: (day, time) => `Nic nowego od ${day}, ${time}.`,
    answeredMinute: (n) =>
      n === 1
        ? 'Serwer odpowiedział w ciągu ostatniej minuty.'
        : `Wszystkie konta (${n}) odpowiedziały w ciągu ostatniej minuty.`,
    answeredLast: (n, time) =>
      n === 1
        ? `Serwer odpowiedział o ${time}.`
        : `Wszystkie konta (${n}) odpowiedziały, ostatnie o ${time}.`,
    paused: (names) => `Wstrzymane przez ciebie: ${names}.`,
    notWatched: (names) => `Bez obserwacji: ${names}, więc może być coś jeszcze.`,
    starting: 'Jeszcze nie wszystkie konta odpowiedziały.',
    showSeen: 'Pokaż też przeczytane',
    none: 'Nie ma jeszcze powiadomień',
    noneNote: 'Pokażą się tutaj, gdy tylko będą na serwerze.',
    noneDown: 'O ile wiadomo, żaden agent nie jest offline',
    noCritical: 'Nie ma tu nic krytycznego',
    criticalNone:
      'Żaden typ sam z siebie nie jest krytyczny: określ, które numery priorytetu mają ten poziom.',
    noMatch: 'Nic tu nie pasuje do filtra',
    clearFilter: 'Wyczyść filtr',
    failed: 'Nie udało się odczytać listy',
    retry: 'Spróbuj ponownie',
  },
  downBefore: {
    say: (n, shown) =>
      plural('pl', n, {
        one: 'Jeden agent był offline, jeszcze zanim Tocsin zaczął obserwować, i nadal jest:',
        other: `${shown} agentów było offline, jeszcze zanim Tocsin zaczął obserwować, i nadal jest:`,
      }),
    more: (_, shown) => `i jeszcze ${shown}`,
  },
  server: {
    ask: (account) => `Zapytaj serwer o więcej: ${account}`,
    incomplete: (account, read, total) =>
      `Starsza historia konta ${account} jest jeszcze czytana: ${read} z ${total}.`,
    nothingHere: 'Serwer może mieć więcej, niż jest tutaj.',
    asking: 'Pytanie do serwera…',
    none: (account) => `Konto ${account} nie ma innych.`,
    got: (_, shown, account) => `Jeszcze ${shown} z konta ${account}.`,
    left: {
      text: 'Serwer nie umie szukać słów, więc jego odpowiedź przeszukano tutaj.',
      level: 'Serwer nie zna poziomów, więc jego odpowiedź odfiltrowano tutaj.',
      down: 'Serwer nie wie, którzy agenci są teraz offline, więc jego odpowiedź odfiltrowano tutaj.',
      day: 'Serwera nie można zapytać o dni, więc jego odpowiedź odfiltrowano tutaj.',
      type: 'Serwer może nie znać typów powyżej 8, więc jego odpowiedź odfiltrowano tutaj.',
    },
  },
};
