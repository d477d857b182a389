import type { Messages } from '../en/en';
import { plural } from '../plural';
import { titles } from './titles';

const unseen = (n: number): string => plural('ro', n, { one: '1 necitită', other: `${n} necitite` });

/** A level with its number: "3 majore", "23 de avertismente". */
function ofLevel(level: string, n: number): string {
  const { info, warning, major } = titles.levels;
  if (level === info)
    return plural('ro', n, { one: '1 informare', few: `${n} informări`, other: `${n} de informări` });
  if (level === warning)
    return plural('ro', n, { one: '1 avertisment', few: `${n} avertismente`, other: `${n} de avertismente` });
  return level === major
    ? plural('ro', n, { one: '1 majoră', other: `${n} majore` })
    : plural('ro', n, { one: '1 critică', other: `${n} critice` });
}

export const tray: Messages['tray'] = {
  counts: (level, n, all) =>
    level === null || n === 0 ? unseen(all) : `${ofLevel(level, n)}, ${unseen(all)}`,
  allSeen: 'Toate sunt citite',
  notPolled: 'încă neverificat',
  paused: (time) => `Pauză până la ${time}`,
  held: (n) =>
    plural('ro', n, {
      one: '1 alertă în așteptare',
      few: `${n} alerte în așteptare`,
      other: `${n} de alerte în așteptare`,
    }),
  notWatching: (name, what) => `${name} fără urmărire: ${what}`,
  since: (time) => `de la ${time}`,
  noAccounts: 'Niciun server conectat încă',
  open: 'Deschide Tocsin',
  noUnseen: 'Nimic necitit',
  markAll: 'Marchează toate ca citite…',
  markAllOf: (name) => `Marchează toate ca citite: ${name}…`,
  pause: (minutes) =>
    minutes === 60
      ? 'Pauză la alerte: o oră'
      : `Pauză la alerte: ${plural('ro', minutes, { one: '1 minut', few: `${minutes} minute`, other: `${minutes} de minute` })}`,
  pauseUntil: (time) => `Pauză la alerte până la ${time}`,
  pauseOther: 'Pauză la alerte până la altă oră…',
  quiet: (time) => `Liniște până la ${time}`,
  resume: 'Încheie pauza acum',
  silences: (n) => plural('ro', n, { one: 'O tăcere', few: `${n} tăceri`, other: `${n} de tăceri` }),
  silence: (what, time) => `${what}, până la ${time}`,
  endSilence: (what, time) => `${what}, până la ${time}: încheie acum`,
  text: (pattern) => `„${pattern}”`,
  more: (n) => `și încă ${n}…`,
  snoozed: (n) => plural('ro', n, { one: '1 amânată', few: `${n} amânate`, other: `${n} amânate` }),
  health: {
    starting: (name) => `${name}: încă neverificat`,
    watching: (name) => `${name}: urmărit`,
    paused: (name, time) => `${name}: pus pe pauză de tine, de la ${time}`,
    troubled: (name, time) => `${name}: fără răspuns bun de la ${time}`,
    lost: (name, time) => `${name}: fără urmărire de la ${time}`,
    token: (name) => `${name}: fără urmărire, trebuie un token`,
  },
  pollNow: 'Verifică acum',
  preferences: 'Preferințe…',
  connect: 'Conectează un server…',
  quit: 'Închide Tocsin',
};

const notifications = (n: number): string =>
  plural('ro', n, { one: '1 notificare', few: `${n} notificări`, other: `${n} de notificări` });

export const toasts: Messages['toasts'] = {
  where: (account, time) => `${account} · ${time}`,
  storm: (what, seconds) => `${what} în ${span(seconds)}`,
  alerts: (n) => plural('ro', n, { one: '1 alertă', few: `${n} alerte`, other: `${n} de alerte` }),
  sorts: {
    offline: (n) =>
      plural('ro', n, {
        one: '1 agent offline',
        few: `${n} agenți offline`,
        other: `${n} de agenți offline`,
      }),
    failed: (n) =>
      plural('ro', n, {
        one: '1 sarcină eșuată',
        few: `${n} sarcini eșuate`,
        other: `${n} de sarcini eșuate`,
      }),
    exceeded: (n) =>
      plural('ro', n, {
        one: '1 prag depășit',
        few: `${n} praguri depășite`,
        other: `${n} de praguri depășite`,
      }),
    back: (n) =>
      plural('ro', n, {
        one: '1 agent din nou online',
        few: `${n} agenți din nou online`,
        other: `${n} de agenți din nou online`,
      }),
    other: (n) => plural('ro', n, { one: 'încă una', few: `alte ${n}`, other: `alte ${n}` }),
  },
  stormFirst: (title) => `Prima alertă: ${title}`,
  backAndDown: (back, down, names) =>
    down === 0 ? `Toate au revenit: ${back}` : `Au revenit ${back}, încă offline ${down}: ${names}`,
  overAndOpen: (over, open, names) =>
    open === 0
      ? `Toate s-au încheiat: ${over}`
      : `S-au încheiat ${over}, încă în desfășurare ${open}: ${names}`,
  stillOpen: (n, names) => `Încă în desfășurare ${n}: ${names}`,
  more: (n) => `și încă ${n}`,
  ownLink: (from, to) =>
    to === null ? `Rețeaua ta era instabilă la ${from}` : `Legătura ta a fost întreruptă ${from}–${to}`,
  again: (title) => `Încă necitită: ${title}`,
  flapping: (subject) => `${subject} este instabil`,
  rest: (title) => `Din nou stabil: ${title}`,
  ofLevel: (level, n) => ofLevel(level, n),
  open: (n) => `${n} încă în desfășurare`,
  away: (duration, what) => `Absență de ${duration}: ${what}`,
  awayUnknown: (what) => `În absența ta: ${what}`,
  digests: {
    paused: (n) => `${notifications(n)} în timpul pauzei`,
    quiet: (n) => `${notifications(n)} în orele de liniște`,
    silenced: (n) => `${notifications(n)} în timpul tăcerii`,
    locked: (n) => `${notifications(n)} cât timp ecranul era blocat`,
    restart: (n) => `${notifications(n)} în timpul repornirii`,
  },
  silentFeed: (account, duration) => `Nimic de la ${account} de ${duration}`,
  silentFeedHint: 'De obicei vine ceva la câteva minute. Serverul răspunde, dar fără nimic nou.',
  notWatching: (name) => `Contul ${name} nu este urmărit`,
  notWatchingSeveral: (n) =>
    plural('ro', n, {
      one: 'Un cont nu este urmărit',
      few: `${n} conturi nu sunt urmărite`,
      other: `${n} de conturi nu sunt urmărite`,
    }),
  causesDiffer: 'Cauzele diferă; fiecare este numită pe pagina contului.',
  token: {
    inbox: 'Lipește unul nou până atunci, altfel nimic nu mai este urmărit.',
    tenant: 'Lipește unul nou până atunci, altfel setările nu mai pot fi citite sau schimbate.',
    over: 'Până nu lipești unul nou, setările nu pot fi citite sau schimbate.',
  },
  watchingAgain: (name, duration) => `Contul ${name} este urmărit din nou, după ${duration}`,
};

const span = (seconds: number): string =>
  seconds < 90 ? `${Math.max(1, seconds)} s` : `${Math.round(seconds / 60)} min`;
