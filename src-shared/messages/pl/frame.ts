import type { Messages } from '../en/en';
import { plural } from '../plural';

export const frame: Messages['pages']['frame'] = {
  app: 'Tocsin',
  navigation: 'Widoki i konta',
  accounts: 'Konta',
  connect: 'Połącz inny serwer',
  connectFirst: 'Połącz z serwerem',
  preferences: 'Ustawienia',
  unseen: (n, shown) =>
    plural('pl', n, {
      one: '1 nieprzeczytane',
      few: `${shown} nieprzeczytane`,
      other: `${shown} nieprzeczytanych`,
    }),
  total: (_, shown) => `razem ${shown}`,
  signIn: 'wklej token',
  off: 'bez obserwacji',
  sample: 'przykład',
  sampleHint: 'Przykładowe dane: znikną po zamknięciu programu Tocsin.',
  unsaved: 'niezapisane zmiany',
  httpHint: 'Połączenie przez http: token idzie bez ochrony.',
  health: {
    starting: 'pierwsze zapytanie',
    watching: 'obserwowane',
    troubled: 'kłopoty',
    'not-watching': 'bez obserwacji',
    idle: 'tylko ustawienia',
  },
  close: 'Zamknij',
  banner: {
    since: (time) => `bez obserwacji od ${time}`,
    readable: (n, shown) =>
      plural('pl', n, {
        one: '1 starsze powiadomienie nadal tu jest',
        few: `${shown} starsze powiadomienia nadal tu są`,
        other: `${shown} starszych powiadomień nadal tu jest`,
      }),
    nothingYet: 'nic jeszcze nie odczytano',
    others: (n) =>
      plural('pl', n, {
        one: '1 inne konto też nie jest obserwowane',
        few: `${n} inne konta też nie są obserwowane`,
        other: `${n} innych kont też nie jest obserwowanych`,
      }),
    paste: 'Wklej nowy token',
    poll: 'Sprawdź teraz',
    storage: 'Nie można korzystać z historii lokalnej',
    storageRest: 'Obserwacja i alerty działają dalej.',
    session:
      'Tokeny są pamiętane tylko do zamknięcia: ten pulpit nie ma dla nich bezpiecznego miejsca. Po ponownym uruchomieniu trzeba je podać jeszcze raz.',
    noToasts: 'Ten pulpit nie pokazuje powiadomień, więc alerty widać tylko tutaj i w zasobniku.',
    hide: 'Ukryj ten komunikat',
    stopped: 'Tocsin nie odpowiada',
  },
  foot: {
    polled: (time) => `Sprawdzono o ${time}`,
    next: (seconds) => `następny raz za ${seconds} s`,
    polling: 'trwa sprawdzanie',
    notPolled: 'Jeszcze nie sprawdzono',
    reading: (account, read, total) => `Czytanie historii konta ${account}: ${read} z ${total}`,
    doNotDisturb: 'Włączone „nie przeszkadzać”: alerty są ciche',
    doNotDisturbHint:
      'Pulpit odkłada alerty na swoją listę i ich nie pokazuje. Wyłącza się to w jego ustawieniach.',
    paused: (time) => `Pauza alertów do ${time}`,
    held: (n, shown) =>
      plural('pl', n, {
        one: '1 alert czeka',
        few: `${shown} alerty czekają`,
        other: `${shown} alertów czeka`,
      }),
    resume: 'Wznów',
    unreadable: (n, shown) =>
      plural('pl', n, { one: '1 nieczytelne', few: `${shown} nieczytelne`, other: `${shown} nieczytelnych` }),
    move: 'wiersze',
    keys: 'klawisze',
  },
  menu: {
    poll: 'Sprawdź teraz',
    pause30: 'Wstrzymaj alerty na 30 minut',
    pause60: 'Wstrzymaj alerty na 1 godzinę',
    resume: (time) => `Wznów alerty (pauza do ${time})`,
    keys: 'Klawisze',
  },
  keys: {
    title: 'Klawisze',
    down: 'Następny wiersz',
    up: 'Poprzedni wiersz',
    ends: 'Pierwszy, ostatni wiersz',
    page: 'Strona w górę, w dół',
    open: 'Pokaż szczegóły',
    seen: 'Oznacz jako przeczytane',
    choose: 'Wybierz wiersz lub cofnij wybór',
    extend: 'Wybieraj przy przechodzeniu',
    find: 'Przejdź do filtra',
    undo: 'Cofnij ostatnie oznaczenie',
    poll: 'Sprawdź teraz',
    help: 'Te klawisze',
    close: 'Zamknij lub wyczyść wybór',
  },
  token: {
    title: (account) => `Nowy token dla konta ${account}`,
    label: 'Token',
    show: 'Pokaż',
    hide: 'Ukryj',
    save: 'Zapisz i sprawdź',
    cancel: 'Anuluj',
    empty: 'Najpierw wklej token.',
  },
  unreadable: {
    title: 'Nieczytelne',
    note: 'Te powiadomienia przyszły w postaci, której Tocsin nie zna. Są zachowane tak, jak przyszły, i nie ma ich na liście.',
    field: (name) => `przeszkadza: ${name}`,
    none: 'Już żadnych nie ma.',
    failed: 'Nie udało się odczytać listy.',
  },
};
