import type { Messages } from '../en/en';
import { plural } from '../plural';

/** The words before and after a colon are the query language: they stay as they are typed. */
export const query: Messages['inbox']['query'] = {
  label: 'Filtrează sau caută',
  placeholder: 'Filtrează sau caută',
  placeholderIn: (shown) => `Filtrează sau caută în ${shown}${items(shown)}`,
  remove: (chip) => `Elimină filtrul ${chip}`,
  clear: 'Golește filtrul',
  unknown: (words) => `Nu este un filtru: ${words}.`,
  known:
    'Filtrele sunt seen:no, down:yes, snoozed:yes, agent:4, on:marți, since:17.11, until:ieri, level:warning, type:offline|failed, severity:>=2 și order:oldest. Orice alt cuvânt este căutat.',
  yes: 'yes',
  no: 'no',
  andUp: (level) => `${level} și mai sus`,
  chips: {
    seen: 'seen',
    snoozed: 'snoozed',
    down: 'down',
    level: 'level',
    type: 'type',
    severity: 'severity',
    on: 'on',
    since: 'since',
    until: 'until',
    account: 'account',
    order: 'order',
  },
  oldest: 'cele mai vechi întâi',
  panel: {
    open: 'Filtre',
    title: 'Filtre',
    seen: 'Citite',
    any: 'Toate',
    unseenOnly: 'Nu',
    seenOnly: 'Da',
    level: 'Nivel',
    anyLevel: 'Orice nivel',
    type: 'Tip',
    severity: 'Severitate',
    severityHow: 'Cum se compară severitatea',
    severityNumber: 'Număr de severitate',
    anySeverity: 'oricare',
    equals: 'este',
    severityHint: 'Un număr sau mai multe, cu | între ele.',
    severityOne: 'Aici trebuie un singur număr întreg.',
    severityList: 'Numere întregi cu | între ele, de exemplu 1|2|3.',
    days: 'Ziua',
    anyDay: 'Orice zi',
    today: 'Azi',
    yesterday: 'Ieri',
    fromTo: 'De la … până la …',
    since: 'De la',
    until: 'Până la',
    needsDay: 'Aici trebuie o zi, de exemplu 2026-11-17, 17.11 sau marți.',
    account: 'Cont',
    anyAccount: 'Toate conturile',
    order: 'Ordine',
    newest: 'Întâi cele noi',
    oldest: 'Întâi cele vechi',
    reset: 'Golește tot',
  },
};

/** The noun after a number as it is written here: "19 notificări", "23 de notificări". */
const items = (shown: string): string =>
  plural('ro', Number(shown.replace(/\D/g, '')), {
    one: ' notificare',
    few: ' notificări',
    other: ' de notificări',
  });
