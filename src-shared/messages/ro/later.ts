import type { Messages } from '../en/en';
import { plural } from '../plural';

export const later: Messages['later'] = {
  minutes: (n) =>
    n < 60
      ? plural('ro', n, { one: '1 minut', few: `${n} minute`, other: `${n} de minute` })
      : plural('ro', n / 60, { one: 'o oră', few: `${n / 60} ore`, other: `${n / 60} de ore` }),
  morning: (time, tomorrow) => (tomorrow ? `Până mâine, ${time}` : `Până la ${time}`),
  other: 'Altă oră…',
  day: 'Ziua',
  today: 'Astăzi',
  tomorrow: 'Mâine',
  time: 'Ora',
  noTime: 'Aici trebuie o oră, de exemplu 9:30.',
  over: (time) => `Este deja ${time}. Alege o oră mai târzie sau altă zi.`,
  cancel: 'Renunță',
  snooze: {
    act: 'Amână…',
    title: (n, shown) =>
      plural('ro', n, {
        one: 'Amână această notificare',
        few: `Amână ${shown} notificări`,
        other: `Amână ${shown} de notificări`,
      }),
    about: (n) =>
      n === 1
        ? 'Pleacă din „De citit” și revine cu o alertă. Pe server rămâne necitită.'
        : 'Pleacă din „De citit” și revin cu o alertă. Pe server rămân necitite.',
    timeHint: 'Orice oră din următoarele 7 zile, de exemplu 9:30.',
    tooFar: (day, time) => `Sunt mai mult de 7 zile. Cel târziu: ${day}, ${time}.`,
    save: 'Amână',
    back: 'Adu înapoi acum',
    until: (time) => `Amânată până la ${time}`,
    done: (n, shown, time) =>
      plural('ro', n, { one: `Amânată până la ${time}`, other: `${shown} amânate până la ${time}` }),
    isBack: (n, shown) =>
      plural('ro', n, { one: 'Este din nou în „De citit”.', other: `${shown} sunt din nou în „De citit”.` }),
    mark: (time) => `până la ${time}`,
    markHint: 'Amânată de tine. Revine atunci cu o alertă.',
    rest: (n, shown, time) =>
      plural('ro', n, {
        one: `1 este amânată până la ${time}.`,
        other: `${shown} sunt amânate, prima până la ${time}.`,
      }),
    show: 'Arată ce este amânat',
    none: 'Nimic nu este amânat',
    noneNote: 'Ce amâni așteaptă aici până îi vine ora.',
    count: (n, shown) => plural('ro', n, { one: '1 amânată', other: `${shown} amânate` }),
  },
  pause: {
    other: 'Pauză la alerte până la altă oră…',
    title: 'Pauză la alerte',
    about: 'Urmărirea continuă. Ce ar fi fost alertă așteaptă un singur rezumat, la sfârșit.',
    timeHint: 'Orice oră din următoarele 12 ore, de exemplu 9:30.',
    tooFar: (time) => `Sunt mai mult de 12 ore. Cel târziu: ${time}.`,
    save: 'Pauză',
  },
};
