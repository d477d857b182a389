import type { Messages } from '../en/en';
import { plural } from '../plural';
import { titles } from './titles';

const unseen = (n: number): string =>
  plural('pl', n, { one: '1 nieprzeczytane', few: `${n} nieprzeczytane`, other: `${n} nieprzeczytanych` });

/** A level as it stands after a number: "3 poważne", "5 poważnych". */
function ofLevel(level: string, n: number): string {
  const { info, warning, major } = titles.levels;
  if (level === info) return plural('pl', n, { one: 'informacja', few: 'informacje', other: 'informacji' });
  if (level === warning)
    return plural('pl', n, { one: 'ostrzeżenie', few: 'ostrzeżenia', other: 'ostrzeżeń' });
  return level === major
    ? plural('pl', n, { one: 'poważne', few: 'poważne', other: 'poważnych' })
    : plural('pl', n, { one: 'krytyczne', few: 'krytyczne', other: 'krytycznych' });
}

export const tray: Messages['tray'] = {
  counts: (level, n, all) =>
    level === null || n === 0 ? unseen(all) : `${n} ${ofLevel(level, n)}, ${unseen(all)}`,
  allSeen: 'Wszystko przeczytane',
  notPolled: 'jeszcze nie sprawdzono',
  paused: (time) => `Pauza do ${time}`,
  held: (n) =>
    plural('pl', n, { one: '1 alert czeka', few: `${n} alerty czekają`, other: `${n} alertów czeka` }),
  notWatching: (name, what) => `${name} bez obserwacji: ${what}`,
  since: (time) => `od ${time}`,
  noAccounts: 'Brak połączenia z serwerem',
  open: 'Otwórz Tocsin',
  noUnseen: 'Nic nieprzeczytanego',
  markAll: 'Oznacz wszystko jako przeczytane…',
  markAllOf: (name) => `Oznacz wszystko jako przeczytane: ${name}…`,
  pause: (minutes) =>
    minutes === 60
      ? 'Wstrzymaj alerty na 1 godzinę'
      : `Wstrzymaj alerty na ${plural('pl', minutes, { one: '1 minutę', few: `${minutes} minuty`, other: `${minutes} minut` })}`,
  pauseUntil: (time) => `Wstrzymaj alerty do ${time}`,
  pauseOther: 'Wstrzymaj alerty do innej pory…',
  quiet: (time) => `Cisza do ${time}`,
  resume: 'Zakończ pauzę',
  silences: (n) => plural('pl', n, { one: '1 wyciszenie', few: `${n} wyciszenia`, other: `${n} wyciszeń` }),
  silence: (what, time) => `${what}, do ${time}`,
  endSilence: (what, time) => `${what}, do ${time}: zakończ teraz`,
  text: (pattern) => `„${pattern}”`,
  more: (n) => `i jeszcze ${n}…`,
  snoozed: (n) => plural('pl', n, { one: '1 odłożone', few: `${n} odłożone`, other: `${n} odłożonych` }),
  health: {
    starting: (name) => `${name}: jeszcze nie sprawdzono`,
    watching: (name) => `${name}: obserwowane`,
    paused: (name, time) => `${name}: wstrzymane przez ciebie od ${time}`,
    troubled: (name, time) => `${name}: brak dobrej odpowiedzi od ${time}`,
    lost: (name, time) => `${name}: bez obserwacji od ${time}`,
    token: (name) => `${name}: bez obserwacji, potrzebny token`,
  },
  pollNow: 'Sprawdź teraz',
  preferences: 'Ustawienia…',
  connect: 'Połącz z serwerem…',
  quit: 'Zamknij Tocsin',
};

const notifications = (n: number): string =>
  plural('pl', n, { one: '1 powiadomienie', few: `${n} powiadomienia`, other: `${n} powiadomień` });

export const toasts: Messages['toasts'] = {
  where: (account, time) => `${account} · ${time}`,
  storm: (what, seconds) => `${what} w ciągu ${span(seconds)}`,
  alerts: (n) => plural('pl', n, { one: '1 alert', few: `${n} alerty`, other: `${n} alertów` }),
  sorts: {
    offline: (n) =>
      plural('pl', n, { one: '1 agent offline', few: `${n} agenci offline`, other: `${n} agentów offline` }),
    failed: (n) =>
      plural('pl', n, {
        one: '1 nieudane zadanie',
        few: `${n} nieudane zadania`,
        other: `${n} nieudanych zadań`,
      }),
    exceeded: (n) =>
      plural('pl', n, {
        one: '1 przekroczony próg',
        few: `${n} przekroczone progi`,
        other: `${n} przekroczonych progów`,
      }),
    back: (n) =>
      plural('pl', n, {
        one: '1 agent znów online',
        few: `${n} agenci znów online`,
        other: `${n} agentów znów online`,
      }),
    other: (n) => plural('pl', n, { one: '1 inny', few: `${n} inne`, other: `${n} innych` }),
  },
  stormFirst: (title) => `Pierwszy alert: ${title}`,
  backAndDown: (back, down, names) =>
    down === 0 ? `Wróciły wszystkie: ${back}` : `Wróciło: ${back}, nadal offline: ${down} (${names})`,
  overAndOpen: (over, open, names) =>
    open === 0
      ? `Zakończyły się wszystkie: ${over}`
      : `Zakończyło się: ${over}, nadal trwa: ${open} (${names})`,
  stillOpen: (n, names) => `Nadal trwa: ${n} (${names})`,
  more: (n) => `i jeszcze ${n}`,
  ownLink: (from, to) =>
    to === null
      ? `Twoja własna sieć była niestabilna o ${from}`
      : `Twoje własne łącze nie działało ${from}–${to}`,
  again: (title) => `Wciąż nieprzeczytane: ${title}`,
  flapping: (subject) => `${subject}: niestabilny stan`,
  rest: (title) => `Znów stabilnie: ${title}`,
  ofLevel: (level, n) => `${n} ${ofLevel(level, n)}`,
  open: (n) => `nadal trwa: ${n}`,
  away: (duration, what) => `Nieobecność ${duration}: ${what}`,
  awayUnknown: (what) => `Podczas nieobecności: ${what}`,
  digests: {
    paused: (n) => `${notifications(n)} podczas pauzy`,
    quiet: (n) => `${notifications(n)} w godzinach ciszy`,
    silenced: (n) => `${notifications(n)} podczas wyciszenia`,
    locked: (n) => `${notifications(n)} podczas blokady ekranu`,
    restart: (n) => `${notifications(n)} podczas ponownego uruchamiania`,
  },
  silentFeed: (account, duration) => `Konto ${account} milczy od ${duration}`,
  silentFeedHint: 'Zwykle coś przychodzi co kilka minut. Serwer odpowiada, ale nie ma nic nowego.',
  notWatching: (name) => `Konto ${name} nie jest obserwowane`,
  notWatchingSeveral: (n) =>
    plural('pl', n, {
      one: '1 konto nie jest obserwowane',
      few: `${n} konta nie są obserwowane`,
      other: `${n} kont nie jest obserwowanych`,
    }),
  causesDiffer: 'Przyczyny są różne; każdą podaje strona danego konta.',
  token: {
    inbox: 'Wklej wcześniej nowy, inaczej potem nic nie będzie obserwowane.',
    tenant: 'Wklej wcześniej nowy, inaczej potem nie da się odczytać ani zmienić ustawień.',
    over: 'Dopóki nie wkleisz nowego, nie da się odczytać ani zmienić ustawień.',
  },
  watchingAgain: (name, duration) => `Konto ${name} znów jest obserwowane, po ${duration}`,
};

const span = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, seconds)} s` : `${Math.round(seconds / 60)} min`;
