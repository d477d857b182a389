import type { Messages } from '../en/en';

/** What happened. The verbs are the same for every gender, so that any name of the user's fits. */
export const titles: Messages['titles'] = {
  subject: ({ kind, id }) =>
    ({ agent: `Agentul ${id}`, task: `Sarcina ${id}`, suite: `Suita ${id}`, item: `Notificarea ${id}` })[
      kind
    ],
  suite: (name) => `Suita „${name}”`,
  types: {
    1: (subject) => `${subject} a pornit`,
    2: (subject) => `${subject} a reușit`,
    3: (subject) => `${subject} a eșuat`,
    4: (subject) => `Prag depășit: ${lower(subject)}`,
    5: (subject) => `${subject} a pornit`,
    6: (subject) => `${subject} s-a încheiat`,
    7: (subject) => `${subject} este online`,
    8: (subject) => `${subject} este offline`,
  },
  bare: {
    1: 'O sarcină a pornit',
    2: 'O sarcină a reușit',
    3: 'O sarcină a eșuat',
    4: 'Prag depășit',
    5: 'O suită de teste a pornit',
    6: 'O suită de teste s-a încheiat',
    7: 'Un agent este online',
    8: 'Un agent este offline',
  },
  unknown: (type) => `Tipul ${type} (necunoscut acestei versiuni)`,
  wentOffline: (subject) => `${subject} a devenit offline`,
  wasOffline: (subject, duration) => `${subject} a fost offline ${duration}`,
  failedBefore: (subject, duration) => `${subject} a reușit, la ${duration} după eșec`,
  lasted: (duration) => `timp de ${duration}`,
  severity: (severity) => `severitate ${severity}`,
  span: (from, to) => `${from} – ${to}`,
  levels: { info: 'Informare', warning: 'Avertisment', major: 'Major', critical: 'Critic' },
  recovered: 'Revenit la normal',
  typeNames: {
    '1': 'Sarcină pornită',
    '2': 'Sarcină reușită',
    '3': 'Sarcină eșuată',
    '4': 'Prag depășit',
    '5': 'Suită pornită',
    '6': 'Suită încheiată',
    '7': 'Agent online',
    '8': 'Agent offline',
    other: 'Alte tipuri',
  },
};

/** "Prag depășit: sarcina 7"; a name of the user's keeps its capital. */
function lower(subject: string): string {
  return /^(Agentul|Sarcina|Suita|Notificarea) \d/.test(subject)
    ? subject[0]!.toLowerCase() + subject.slice(1)
    : subject;
}
