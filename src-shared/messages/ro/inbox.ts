import type { Messages } from '../en/en';
import { plural } from '../plural';
import { detail } from './detail';
import { query } from './query';

export const inbox: Messages['inbox'] = {
  detail,
  query,
  views: {
    inbox: 'De citit',
    down: 'Offline acum',
    critical: 'Critice',
    snoozed: 'Amânate',
    all: 'Toate',
    members: (n) =>
      plural('ro', n, {
        one: '1 notificare din alertă',
        few: `${n} notificări din alertă`,
        other: `${n} de notificări din alertă`,
      }),
  },
  list: {
    name: 'Notificări',
    newSince: (time) => `Noi de la ${time}`,
    earlier: 'Mai devreme azi',
    today: 'Azi',
    yesterday: (day) => `Ieri, ${day}`,
    fromServer: (account) => `Direct de pe server: ${account}`,
    unseen: 'Necitită',
    selected: 'selectată',
    gone: 'nu mai este pe server',
    waiting: 'marcaj pe drum',
    refused: 'marcaj neacceptat',
    waitingHint: 'Marcată aici ca citită; serverul nu a confirmat încă.',
    refusedHint: 'Marcată aici ca citită; serverul nu a acceptat.',
    goneHint: 'Serverul nu o mai are. Aici poate fi citită în continuare.',
    arrived: (n, shown) => plural('ro', n, { one: '1 nouă', other: `${shown} noi` }),
    arrivedHint: 'Arată-le și mergi sus',
    update: 'Actualizează lista',
    capped: (shown) => `Aici sunt doar cele mai noi (${shown}). Un filtru le găsește și pe cele vechi.`,
    more: 'Mai multe acțiuni',
    chosen: (n, shown) => plural('ro', n, { one: '1 selectată', other: `${shown} selectate` }),
    clearChosen: 'Golește selecția',
  },
  marks: {
    button: (n, shown) =>
      plural('ro', n, { one: 'Marchează 1 ca citită', other: `Marchează ${shown} ca citite` }),
    buttonLoaded: (n, shown) =>
      plural('ro', n, {
        one: 'Marchează 1 încărcată ca citită',
        other: `Marchează ${shown} încărcate ca citite`,
      }),
    done: (n, shown) => plural('ro', n, { one: '1 marcată ca citită', other: `${shown} marcate ca citite` }),
    undo: 'Anulează',
    left: (seconds) => `${seconds} s`,
    takenBack: 'Anulat. Nu s-a trimis nimic.',
    alreadySent: 'Prea târziu pentru anulare: a ajuns deja la server.',
    nothingToUndo: 'Nu este nimic de anulat.',
    seenAlready: 'Deja citită.',
    hide: 'Ascunde mesajul',
  },
  markAll: {
    title: 'Marchează toate ca citite',
    which: 'În ce cont?',
    counting: 'Se verifică ce are serverul mai nou…',
    ask: (n, shown, account) =>
      plural('ro', n, {
        one: `Marchezi 1 ca citită în contul ${account}?`,
        other: `Marchezi ${shown} ca citite în contul ${account}?`,
      }),
    none: (account) => `În contul ${account} nu este nimic necitit.`,
    note: 'Serverul marchează tot, inclusiv ce ascunde aici un filtru. Nu se poate anula.',
    snoozed: (n) =>
      plural('ro', n, {
        one: 'Una dintre ele este amânată.',
        few: `${n} dintre ele sunt amânate.`,
        other: `${n} dintre ele sunt amânate.`,
      }),
    grew: (n, shown) =>
      plural('ro', n, {
        one: 'Între timp au sosit altele. Acum ar fi 1.',
        other: `Între timp au sosit altele. Acum ar fi ${shown}.`,
      }),
    act: (n, shown) =>
      plural('ro', n, { one: 'Marchează 1 ca citită', other: `Marchează ${shown} ca citite` }),
    cancel: 'Renunță',
    close: 'Închide',
    next: 'Continuă',
    done: (n, shown, account) =>
      plural('ro', n, {
        one: `1 marcată ca citită în contul ${account}.`,
        other: `${shown} marcate ca citite în contul ${account}.`,
      }),
  },
  empty: {
    opening: 'Se deschide istoricul local',
    reading: 'Istoricul se citește prima dată',
    readingNote: 'Ce este vechi nu dă alerte. Poți închide fereastra.',
    connecting: 'Prima întrebare către server',
    progress: (read, total) => `${read} din ${total}`,
    about: (duration) => `încă circa ${duration}`,
    allSeen: 'Toate sunt citite',
    nothingUnseen: 'Nimic necitit aici',
    since: (time) => `Nimic nou de la ${time}.`,
    sinceDay: (day, time) => `Nimic nou din ${day}, ora ${time}.`,
    answeredMinute: (n) =>
      plural('ro', n, {
        one: 'Serverul a răspuns în ultimul minut.',
        few: `Toate cele ${n} conturi au răspuns în ultimul minut.`,
        other: `Toate cele ${n} de conturi au răspuns în ultimul minut.`,
      }),
    answeredLast: (n, time) =>
      plural('ro', n, {
        one: `Serverul a răspuns la ${time}.`,
        few: `Toate cele ${n} conturi au răspuns, ultimul la ${time}.`,
        other: `Toate cele ${n} de conturi au răspuns, ultimul la ${time}.`,
      }),
    paused: (names) => `Puse pe pauză de tine: ${names}.`,
    notWatched: (names) => `Fără urmărire: ${names}, deci pot fi mai multe.`,
    starting: 'Nu au răspuns încă toate conturile.',
    showSeen: 'Arată și cele citite',
    none: 'Încă nicio notificare',
    noneNote: 'Apar aici imediat ce serverul are una.',
    noneDown: 'Din câte se știe, niciun agent nu este offline',
    noCritical: 'Nimic critic aici',
    criticalNone: 'Niciun tip nu este critic de la sine: alege ce numere de severitate au acest nivel.',
    noMatch: 'Nimic de aici nu se potrivește cu filtrul',
    clearFilter: 'Golește filtrul',
    failed: 'Lista nu a putut fi citită',
    retry: 'Încearcă din nou',
  },
  downBefore: {
    say: (n, shown) =>
      plural('ro', n, {
        one: 'Un agent era deja offline când Tocsin a început să urmărească și încă este:',
        few: `${shown} agenți erau deja offline când Tocsin a început să urmărească și încă sunt:`,
        other: `${shown} de agenți erau deja offline când Tocsin a început să urmărească și încă sunt:`,
      }),
    more: (n, shown) => plural('ro', n, { one: 'și încă unul', other: `și încă ${shown}` }),
  },
  server: {
    ask: (account) => `Cere mai multe de la server: ${account}`,
    incomplete: (account, read, total) =>
      `Istoricul mai vechi al contului ${account} încă se citește: ${read} din ${total}.`,
    nothingHere: 'Serverul poate avea mai mult decât este păstrat aici.',
    asking: 'Se întreabă serverul…',
    none: (account) => `Contul ${account} nu are altele.`,
    got: (_, shown, account) => `Încă ${shown} din contul ${account}.`,
    left: {
      text: 'Serverul nu poate căuta cuvinte, așa că răspunsul lui a fost căutat aici.',
      level: 'Serverul nu cunoaște nivelurile, așa că răspunsul lui a fost filtrat aici.',
      down: 'Serverul nu știe ce agenți sunt offline acum, așa că răspunsul lui a fost filtrat aici.',
      day: 'Serverul nu poate fi întrebat de zile, așa că răspunsul lui a fost filtrat aici.',
      type: 'Serverul poate să nu cunoască tipurile de după 8, așa că răspunsul lui a fost filtrat aici.',
    },
  },
};
