import type { Messages } from '../en/en';
import { plural } from '../plural';

export const account: Messages['pages']['account'] = {
  state: {
    watching: 'Urmărit',
    watchingSince: (time) => `Urmărit. Ultimul răspuns la ${time}.`,
    starting: 'Prima întrebare către server.',
    troubled: (time, what) => `Probleme de la ${time}: ${what}. Ultima verificare nu a mers, urmează alta.`,
    off: (time, what) => `Neurmărit de la ${time}: ${what}.`,
    idle: 'Aici sunt doar setările tenantului. Nu este nimic de urmărit.',
  },
  health: 'Stare',
  facts: {
    address: 'Adresă',
    scheme: 'Cum primește tokenul',
    token: 'Token',
    polled: 'Ultima verificare',
    next: 'Următoarea verificare',
    never: 'niciodată',
    soon: 'acum',
    unseen: 'Necitite',
    total: 'În istoricul local',
    history: 'Istoric',
    complete: 'complet',
    reading: (read, total) => `citite ${read} din ${total}`,
    marks: 'Marcaje',
    waiting: (_, shown) => `${shown} pe drum`,
    refused: (n, shown) => plural('ro', n, { one: '1 neacceptat', other: `${shown} neacceptate` }),
    unreadable: 'Imposibil de citit',
  },
  secret: {
    keyring: (hint) => (hint === '' ? 'păstrat de desktop' : `${hint}, păstrat de desktop`),
    session: (hint) => (hint === '' ? 'păstrat doar până la închidere' : `${hint}, doar până la închidere`),
    none: 'niciunul: lipește un token',
  },
  http: 'Conectat prin http: tokenul circulă neprotejat.',
  sample:
    'Acestea sunt date de exemplu, dintr-o rețea simulată pe acest calculator. Dispar la închiderea Tocsin.',
  show: 'Arată notificările',
  showUnreadable: 'Arată-le',
  paste: 'Lipește un token nou',
  poll: 'Verifică acum',
  markAll: 'Marchează toate ca citite…',
  remove: 'Șterge acest cont…',
  removal: {
    title: (name) => `Ștergi contul ${name}?`,
    note: 'Tokenul și istoricul local al contului se șterg de pe acest calculator. Pe server nu se schimbă nimic.',
    act: 'Șterge',
    cancel: 'Păstrează',
  },
  gone: 'Acest cont nu mai există.',
};
