import { refusalIn } from '../../refusal';
import type { Messages } from '../en/en';
import { plural } from '../plural';
import { refusals } from './desktop';

const words = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
const refused = (reason: string): string => words(refusalIn(refusals, reason));

export const detail: Messages['inbox']['detail'] = {
  name: 'Szczegóły',
  back: 'Wróć do listy',
  close: 'Zamknij szczegóły',
  seen: 'Przeczytane',
  markSeen: 'Oznacz jako przeczytane',
  open: 'Otwórz w przeglądarce',
  nameIt: {
    agent: 'Nazwij tego agenta…',
    task: 'Nazwij to zadanie…',
    suite: 'Nazwij ten zestaw…',
    item: 'Nazwij to powiadomienie…',
  },
  naming: {
    label: (subject) => `Twoja nazwa dla: ${subject}`,
    hint: (subject) => `Widać ją tutaj i w alertach. Puste pole przywraca „${subject}”.`,
    long: (most) =>
      `Najwyżej ${plural('pl', most, { one: '1 znak', few: `${most} znaki`, other: `${most} znaków` })}.`,
    save: 'Zapisz',
    cancel: 'Anuluj',
  },
  fields: {
    account: 'Konto',
    agent: 'Agent',
    task: 'Zadanie',
    taskType: 'Rodzaj zadania',
    suite: 'Zestaw',
    type: 'Typ',
    severity: 'Priorytet',
    first: 'Tutaj od',
    stamp: 'Czas serwera',
    lasted: 'Trwało',
    mark: 'Przeczytane',
    id: 'Numer',
  },
  severity: (severity, level) => `${severity} → ${level}`,
  byType: (type) => `według typu: ${type}`,
  bySeverity: 'jak w Ustawieniach',
  foundBy: {
    baseline: 'było już przy pierwszym sprawdzeniu',
    head: 'gdy przyszło',
    history: 'przy czytaniu historii',
    unseen: 'przy liczeniu nieprzeczytanych',
    single: 'po otwarciu linku do niego',
    asked: 'po zapytaniu serwera',
    'mark-all': 'przy wysyłaniu oznaczeń, już jako przeczytane',
  },
  named: (name, id) => `${name} (${id})`,
  marks: {
    yes: 'tak',
    no: 'nie',
    waiting: 'tak, w drodze do serwera',
    refused: 'tylko tutaj: serwer tego nie przyjął',
  },
  gone: 'Serwer już tego nie ma. Poniżej jest to, co odczytano ostatnio.',
  all: 'Pokaż wszystkie',
  allOf: (subject) => `Pokaż wszystkie: ${subject}`,
  more: 'Przyszło razem z tym',
  empty: 'puste',
  whyAlerted: 'Skąd ten alert?',
  whyNot: 'Dlaczego bez alertu?',
  noVerdicts: 'Jeszcze nie zdecydowano.',
  verdicts: {
    seen: () => 'Na serwerze było już przeczytane, więc bez alertu',
    baseline: () => 'Było już przed pierwszym sprawdzeniem, więc bez alertu',
    'rule-toast': (type) => `Reguła dla „${type}”: alert`,
    'rule-recovery': (type) => `Reguła dla „${type}”: alert, jeśli kończy awarię, o której był alert`,
    'rule-badge': (type) => `Reguła dla „${type}”: tylko licznik`,
    'rule-none': (type) => `Reguła dla „${type}”: bez alertu`,
    'no-outage': () => 'Dobra wiadomość ma alert tylko wtedy, gdy miała go zła, a tu go nie było',
    held: () => 'Trwała pauza: alert czekał na jedno podsumowanie na końcu',
    storm: (_, count) =>
      count === ''
        ? 'Wiele naraz: jeden alert o wszystkich'
        : `Wiele naraz (${count}): jeden alert o wszystkich`,
    digest: (_, count) =>
      count === ''
        ? 'Podane z innymi w jednym podsumowaniu'
        : `Podane w jednym podsumowaniu (razem ${count})`,
    shown: (_, reason) => `Pokazane przez pulpit${words(reason)}`,
    'no-service': () => 'Ten pulpit nie pokazuje powiadomień',
    'do-not-disturb': () =>
      'Oddane pulpitowi, który ma włączone „nie przeszkadzać”: może być tylko na jego liście',
    'no-answer': () => 'Usługa powiadomień pulpitu nie odpowiedziała w ciągu 10 s',
    failed: (_, reason) => `Pulpit tego nie pokazał${refused(reason)}`,
    muted: (_, until) => `Wyciszone przez ciebie do ${until}`,
    'text-rule': (_, pattern) => `Pasuje do twojej reguły tekstowej „${pattern}”`,
    'rule-quiet': (type) => `Reguła dla „${type}”: alert bez dźwięku`,
    flapping: () => 'Zmieniało się zbyt często: powiedział o tym jeden alert',
    'flapping-quiet': () => 'O tych zmianach był już alert, więc osobnego nie ma',
    rest: () => 'Ustabilizowało się: alert podał, w jakim stanie',
    'hold-down': (_, seconds) => `Czekało ${seconds} s, czy samo wróci`,
    'came-back': () => 'W tym czasie wróciło, więc bez alertu',
    superseded: () => 'Tymczasem przestało działać ponownie: czeka to nowsze',
    overtaken: () => 'Przyszło z opóźnieniem: dalszy ciąg był już znany, więc bez alertu',
    'still-down': () => 'To wciąż ta sama awaria, a alert o niej już był',
    paired: () => 'Podane w alercie o końcu awarii',
    joined: () => 'Podane w wierszu pilniejszego alertu',
    'storm-back': () => 'Podane w alercie o wielu naraz, jako powrót',
    'quiet-hours': () => 'Godziny ciszy: alert czekał na jedno podsumowanie na ich końcu',
    away: () => 'Tocsin dopiero co wystartował lub się obudził: alert czekał na podsumowanie',
    breakthrough: () => 'Krytyczne, więc alert mimo to',
    snoozed: (_, until) => `Odłożone przez ciebie do ${until}`,
    unsnoozed: () => 'Odłożenie cofnięte przez ciebie',
    'snooze-end': () => 'Czas odłożenia minął: pora na alert',
    'snooze-over': () => 'Awaria skończyła się przed czasem odłożenia, więc bez alertu',
    escalated: (_, times) => `Nikt tego nie przeczytał: alert jeszcze raz (${times})`,
    closed: () => 'Alert zamknięty przez ciebie',
    'seen-elsewhere': () => 'Przeczytane albo usunięte z serwera, zanim przyszła pora na alert',
    clicked: (_, button) =>
      ({ seen: 'Oznaczone jako przeczytane na alercie', snooze: 'Odłożone na alercie' })[button] ??
      'Alert kliknięty przez ciebie',
    gone: () => 'Alert zniknął z ekranu: usługa powiadomień pulpitu się zakończyła',
  },
  raw: 'Tak przysłał to serwer',
  refreshing: 'Ponowne czytanie z serwera…',
  notRefreshed: (what) => `Teraz nie odczytano ponownie: ${what}.`,
  failed: 'Nie udało się tego odczytać',
};
