import type { Messages } from '../en/en';
import { plural } from '../plural';

export const tenantSeveral: Messages['pages']['tenant']['several'] = {
  sideBySide: 'Obok siebie',
  title: 'Tenanci obok siebie',
  about: 'O czym powiadamia każda usługa. Różnice są zaznaczone.',
  setting: 'Ustawienie',
  differs: 'różne',
  apply: 'Zastosuj u innych…',
  applyTitle: (name) => `Ustawienia konta ${name} dla innych tenantów`,
  which: 'Które ustawienia',
  toWhom: 'U których tenantów',
  same: 'Już jest tak samo.',
  act: (n) => plural('pl', n, { one: 'Zastosuj u 1 tenanta', other: `Zastosuj u ${n} tenantów` }),
  close: 'Zamknij',
  saved: 'Zapisano.',
  conflict: 'Ktoś zmienił to w tym czasie, więc nic nie wysłano. Teraz zostałoby wysłane:',
};
