import type { Messages } from '../en/en';

/** What happened. Verbs agree with our own words; a name of the user's may be of any gender, so it gets a colon. */
export const titles: Messages['titles'] = {
  subject: ({ kind, id }) =>
    ({ agent: `Agent ${id}`, task: `Zadanie ${id}`, suite: `Zestaw ${id}`, item: `Powiadomienie ${id}` })[
      kind
    ],
  suite: (name) => `Zestaw „${name}”`,
  types: {
    1: (subject) => task(subject, 'wystartowało'),
    2: (subject) => task(subject, 'powiodło się'),
    3: (subject) => task(subject, 'nie powiodło się'),
    4: (subject) => `Próg przekroczony: ${lower(subject)}`,
    5: (subject) => suite(subject, 'wystartował'),
    6: (subject) => suite(subject, 'zakończył się'),
    7: (subject) => `${subject} jest online`,
    8: (subject) => `${subject} jest offline`,
  },
  bare: {
    1: 'Zadanie wystartowało',
    2: 'Zadanie powiodło się',
    3: 'Zadanie nie powiodło się',
    4: 'Próg przekroczony',
    5: 'Zestaw testów wystartował',
    6: 'Zestaw testów zakończył się',
    7: 'Jeden z agentów jest online',
    8: 'Jeden z agentów jest offline',
  },
  unknown: (type) => `Typ ${type} (nieznany tej wersji)`,
  wentOffline: (subject) =>
    subject.startsWith('Agent ')
      ? `${subject} przeszedł w tryb offline`
      : `${subject}: przejście w tryb offline`,
  wasOffline: (subject, duration) =>
    subject.startsWith('Agent ')
      ? `${subject} był offline przez ${duration}`
      : `${subject}: offline przez ${duration}`,
  failedBefore: (subject, duration) => task(subject, `powiodło się, ${duration} po niepowodzeniu`),
  lasted: (duration) => `przez ${duration}`,
  severity: (severity) => `priorytet ${severity}`,
  span: (from, to) => `${from} – ${to}`,
  levels: { info: 'Informacja', warning: 'Ostrzeżenie', major: 'Poważny', critical: 'Krytyczny' },
  recovered: 'Powrót do normy',
  typeNames: {
    '1': 'Start zadania',
    '2': 'Zadanie powiodło się',
    '3': 'Zadanie nie powiodło się',
    '4': 'Przekroczony próg',
    '5': 'Start zestawu',
    '6': 'Koniec zestawu',
    '7': 'Agent online',
    '8': 'Agent offline',
    other: 'Inne typy',
  },
};

/** "Zadanie 7 nie powiodło się", but "Gdańsk uplink: zadanie nie powiodło się". */
const task = (subject: string, does: string): string =>
  subject.startsWith('Zadanie ') ? `${subject} ${does}` : `${subject}: zadanie ${does}`;

const suite = (subject: string, does: string): string =>
  subject.startsWith('Zestaw ') ? `${subject} ${does}` : `${subject}: zestaw ${does}`;

/** "Próg przekroczony: zadanie 7"; a name of the user's keeps its capital. */
function lower(subject: string): string {
  return /^(Zadanie|Zestaw|Agent|Powiadomienie) \d/.test(subject)
    ? subject[0]!.toLowerCase() + subject.slice(1)
    : subject;
}
