import type { Messages } from '../en/en';
import { plural } from '../plural';

export const account: Messages['pages']['account'] = {
  state: {
    watching: 'Obserwowane',
    watchingSince: (time) => `Obserwowane. Ostatnia odpowiedź o ${time}.`,
    starting: 'Pierwsze zapytanie do serwera.',
    troubled: (time, what) =>
      `Kłopoty od ${time}: ${what}. Ostatnie sprawdzenie się nie udało, będzie następne.`,
    off: (time, what) => `Bez obserwacji od ${time}: ${what}.`,
    idle: 'Są tu tylko ustawienia tenanta. Nie ma czego obserwować.',
  },
  health: 'Stan',
  facts: {
    address: 'Adres',
    scheme: 'Jak przyjmuje token',
    token: 'Token',
    polled: 'Ostatnie sprawdzenie',
    next: 'Następne sprawdzenie',
    never: 'nigdy',
    soon: 'teraz',
    unseen: 'Nieprzeczytane',
    total: 'W historii lokalnej',
    history: 'Historia',
    complete: 'pełna',
    reading: (read, total) => `przeczytano ${read} z ${total}`,
    marks: 'Oznaczenia',
    waiting: (_, shown) => `${shown} w drodze`,
    refused: (n, shown) =>
      plural('pl', n, {
        one: '1 nieprzyjęte',
        few: `${shown} nieprzyjęte`,
        other: `${shown} nieprzyjętych`,
      }),
    unreadable: 'Nieczytelne',
    late: 'Spóźnione wpisy',
    lateBy: (minutes) => `niektóre przychodzą do ${minutes} min później: szukane są tak daleko wstecz`,
  },
  secret: {
    keyring: (hint) => (hint === '' ? 'przechowuje go pulpit' : `${hint}, przechowuje go pulpit`),
    session: (hint) => (hint === '' ? 'tylko do zamknięcia' : `${hint}, tylko do zamknięcia`),
    none: 'brak: wklej token',
  },
  http: 'Połączenie przez http: token idzie bez ochrony.',
  sample: 'To przykładowe dane z sieci symulowanej na tym komputerze. Znikną po zamknięciu programu Tocsin.',
  show: 'Pokaż powiadomienia',
  showUnreadable: 'Pokaż',
  paste: 'Wklej nowy token',
  poll: 'Sprawdź teraz',
  markAll: 'Oznacz wszystko jako przeczytane…',
  remove: 'Usuń to konto…',
  removal: {
    title: (name) => `Usunąć konto ${name}?`,
    note: 'Token i historia lokalna tego konta znikną z tego komputera. Na serwerze nic się nie zmieni.',
    act: 'Usuń',
    cancel: 'Zostaw',
  },
  gone: 'Tego konta już nie ma.',
};
