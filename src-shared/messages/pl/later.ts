import type { Messages } from '../en/en';
import { plural } from '../plural';

export const later: Messages['later'] = {
  minutes: (n) =>
    n < 60
      ? plural('pl', n, { one: '1 minuta', few: `${n} minuty`, other: `${n} minut` })
      : plural('pl', n / 60, { one: '1 godzina', few: `${n / 60} godziny`, other: `${n / 60} godzin` }),
  morning: (time, tomorrow) => (tomorrow ? `Do jutra, ${time}` : `Do ${time}`),
  other: 'Inna pora…',
  day: 'Dzień',
  today: 'Dzisiaj',
  tomorrow: 'Jutro',
  time: 'Godzina',
  noTime: 'Tu potrzebna jest godzina, na przykład 9:30.',
  over: (time) => `Jest już ${time}. Wybierz późniejszą godzinę albo inny dzień.`,
  cancel: 'Anuluj',
  snooze: {
    act: 'Odłóż…',
    title: (n, shown) =>
      plural('pl', n, {
        one: 'Odłóż to powiadomienie',
        few: `Odłóż ${shown} powiadomienia`,
        other: `Odłóż ${shown} powiadomień`,
      }),
    about: (n) =>
      n === 1
        ? 'Znika ze skrzynki i wraca z jednym alertem. Na serwerze nadal jest nieprzeczytane.'
        : 'Znikają ze skrzynki i wracają z alertem. Na serwerze nadal są nieprzeczytane.',
    timeHint: 'Dowolna pora w ciągu najbliższych 7 dni, na przykład 9:30.',
    tooFar: (day, time) => `To więcej niż 7 dni. Najpóźniej: ${day}, ${time}.`,
    save: 'Odłóż',
    back: 'Przywróć teraz',
    until: (time) => `Odłożone do ${time}`,
    done: (n, shown, time) =>
      plural('pl', n, { one: `Odłożono do ${time}`, other: `Odłożono ${shown}, do ${time}` }),
    isBack: (n, shown) => plural('pl', n, { one: 'Znów w skrzynce.', other: `Znów w skrzynce: ${shown}.` }),
    mark: (time) => `do ${time}`,
    markHint: 'Odłożone przez ciebie. Wróci o tej porze z jednym alertem.',
    rest: (n, shown, time) =>
      plural('pl', n, {
        one: `1 jest odłożone do ${time}.`,
        few: `${shown} są odłożone, pierwsze do ${time}.`,
        other: `${shown} jest odłożonych, pierwsze do ${time}.`,
      }),
    show: 'Pokaż odłożone',
    none: 'Nic nie jest odłożone',
    noneNote: 'To, co odłożysz, czeka tutaj na swoją porę.',
    count: (n, shown) =>
      plural('pl', n, { one: '1 odłożone', few: `${shown} odłożone`, other: `${shown} odłożonych` }),
  },
  pause: {
    other: 'Pauza alertów do innej pory…',
    title: 'Wstrzymaj alerty',
    about: 'Obserwacja trwa. To, co byłoby alertem, poczeka na jedno podsumowanie na końcu.',
    timeHint: 'Dowolna pora w ciągu najbliższych 12 godzin, na przykład 9:30.',
    tooFar: (time) => `To więcej niż 12 godzin. Najpóźniej: ${time}.`,
    save: 'Wstrzymaj',
  },
};
