import type { Messages } from '../en/en';
import { plural } from '../plural';

export const tenantSeveral: Messages['pages']['tenant']['several'] = {
  sideBySide: 'Alături',
  title: 'Tenanții alături',
  about: 'Ce anunță fiecare serviciu. Diferențele sunt marcate.',
  setting: 'Setare',
  differs: 'diferă',
  apply: 'Aplică la alții…',
  applyTitle: (name) => `Setările contului ${name} pentru alți tenanți`,
  which: 'Care setări',
  toWhom: 'La care tenanți',
  same: 'Este deja la fel.',
  act: (n) =>
    plural('ro', n, {
      one: 'Aplică la 1 tenant',
      few: `Aplică la ${n} tenanți`,
      other: `Aplică la ${n} de tenanți`,
    }),
  close: 'Închide',
  saved: 'Salvat.',
  conflict: 'Altcineva a schimbat asta între timp, așa că nu s-a trimis nimic. Acum s-ar trimite:',
};
