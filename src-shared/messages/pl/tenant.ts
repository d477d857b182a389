import type { Messages } from '../en/en';
import { plural } from '../plural';
import { tenantCard } from './tenant-card';
import { tenantFailures } from './tenant-failures';
import { tenantSeveral } from './tenant-several';

const workflow =
  'W Teams utwórz przepływ pracy, który publikuje na kanale po odebraniu żądania webhooka („Post to a channel when a webhook request is received”), i wklej jego URL.';

export const tenant: Messages['pages']['tenant'] = {
  about: (time) => `Kogo usługa powiadamia, gdy skanowanie się kończy. Odczytano z serwera o ${time}.`,
  loading: 'Czytanie ustawień…',
  loadFailed: 'Nie udało się odczytać ustawień.',
  retry: 'Odczytaj ponownie',
  email: 'E-mail',
  teams: 'Microsoft Teams',
  labels: {
    emailOnComplete: 'Gdy skanowanie się zakończy',
    emailOnFail: 'Gdy skanowanie się nie powiedzie',
    teamsWebhookUrl: 'Webhook przychodzący',
    teamsOnComplete: 'Gdy skanowanie się zakończy',
    teamsOnFail: 'Gdy skanowanie się nie powiedzie',
  },
  longLabels: {
    emailOnComplete: 'E-mail, gdy skanowanie się zakończy',
    emailOnFail: 'E-mail, gdy skanowanie się nie powiedzie',
    teamsWebhookUrl: 'Webhook Teams',
    teamsOnComplete: 'Teams, gdy skanowanie się zakończy',
    teamsOnFail: 'Teams, gdy skanowanie się nie powiedzie',
  },
  hints: {
    emailOnComplete: 'Na każdy adres tenanta.',
    emailOnFail: 'Na każdy adres tenanta.',
    teamsOnComplete: 'Publikuje kartę na kanale.',
    teamsOnFail: 'Publikuje kartę na kanale.',
  },
  was: { on: 'Było włączone.', off: 'Było wyłączone.' },
  nobody: {
    emailOnComplete: 'Nikt nie dostanie e-maila o zakończonych skanowaniach.',
    emailOnFail: 'Nikt nie dostanie e-maila o niepowodzeniach.',
    teamsOnComplete: 'Bez karty o zakończonych skanowaniach.',
    teamsOnFail: 'Bez karty o niepowodzeniach.',
  },
  needsWebhook: 'Bez webhooka nie da się nic opublikować.',
  webhookHint: 'Kto ma ten URL, może pisać na kanale, dlatego jest ukryty, dopóki go nie odsłonisz.',
  webhook: {
    none: 'Nie ustawiono',
    show: 'Pokaż',
    hide: 'Ukryj',
    shownFor: (seconds) => `Znów ukryty za ${seconds} s.`,
    change: 'Zmień',
    add: 'Dodaj webhook',
    remove: 'Usuń',
    input: 'Nowy URL webhooka',
    example: 'https://….environment.api.powerplatform.com/…',
    keep: 'Zostaw poprzedni',
    masked: (host) => `Webhook na ${host}, ukryty`,
    removed: 'Zostanie usunięty przy zapisie.',
    putBack: 'Ten sprzed zmiany; wróci przy zapisie.',
    leave: 'Zostaw, jak jest',
    notShown: (what) => `Nie udało się go pokazać: ${what}.`,
  },
  advice: {
    retired: `Ten rodzaj URL-a (łącznik Office) już nic nie doręcza. ${workflow}`,
    stopped: `Przepływy pracy z URL-em tego starszego rodzaju przestały działać 30 listopada 2025. ${workflow}`,
    unsigned: 'Brakuje końca tego URL-a: bez „sig” usługa nic nie opublikuje. Skopiuj cały URL.',
    unrecognised:
      'Teams nie używa tego hosta. Jeśli to własny pośrednik, wszystko w porządku; jeśli nie, sprawdź URL.',
    current: null,
  },
  problems: {
    'not-a-url': 'To nie jest URL. Skopiuj go w całości z Teams.',
    scheme: 'URL musi zaczynać się od https://.',
    credentials: 'URL webhooka nie ma przed „@” nazwy ani hasła.',
    empty: 'Wklej URL albo usuń webhook.',
    long: 'To za długie na URL webhooka (ponad 2 048 znaków).',
  },
  presets: {
    name: 'Często potrzebne',
    noEmail: 'Wyłącz wszystkie e-maile',
    teamsBoth: 'Włącz Teams dla obu',
  },
  diff: {
    title: 'Co zostanie wysłane',
    nothing: 'Jeszcze nic. Każda zmiana pokaże się tutaj przed wysłaniem.',
    none: 'brak',
    on: 'true',
    off: 'false',
    to: 'na',
    rest: (n) =>
      plural('pl', n, {
        one: 'Pozostałe pole się nie zmienia.',
        few: `Pozostałe ${n} pola się nie zmieniają.`,
        other: `Pozostałych ${n} pól się nie zmienia.`,
      }),
  },
  save: (n) =>
    plural('pl', n, { one: 'Zapisz 1 zmianę', few: `Zapisz ${n} zmiany`, other: `Zapisz ${n} zmian` }),
  saved: (time) => `Zapisano o ${time}.`,
  saving: 'Zapisywanie…',
  discard: 'Odrzuć zmiany',
  notSaved: 'Nie zapisano.',
  readOnly: 'Ten token może czytać ustawienia, ale nie może ich zmieniać.',
  paste: 'Wklej nowy token',
  tryAgain: 'Spróbuj ponownie',
  bringBack: 'Cofnij odrzucenie',
  failures: tenantFailures,
  card: tenantCard,
  several: tenantSeveral,
  cut: 'Serwer zachował krótszy URL webhooka, niż został wysłany. Nic przez niego nie dotrze: przywróć poprzedni albo zapytaj w usłudze.',
  changedUrl: 'Serwer zachował inny URL webhooka, niż został wysłany. Obejrzyj go, zanim na nim polegniesz.',
  notKept: (field) => `Serwer odpowiedział, ale nie zachował tego tak, jak wysłano: ${field}.`,
  restore: 'Przywróć poprzedni webhook',
  unknownOutcome:
    'Jeszcze nie wiadomo, czy zapisano: odpowiedź nie nadeszła, a ustawień nie udało się odczytać ponownie.',
  savedAfterAll: 'Jasna odpowiedź najpierw nie nadeszła. Ustawienia odczytane ponownie mówią: zapisano.',
  notApplied: 'Nie zapisano: jasna odpowiedź nie nadeszła, więc ustawienia odczytano ponownie.',
  stillOpen: (fields) => `Bez zmian pozostaje: ${fields}.`,
  past: {
    title: 'Zmiany dokonane stąd',
    revert: 'Cofnij',
    revertOf: (when) => `Cofnij zmianę z ${when}`,
    none: 'brak',
    on: 'włączone',
    off: 'wyłączone',
    lost: 'Poprzedniego webhooka tu nie ma: ten pulpit nie ma pęku kluczy albo był on trzymany tylko do zamknięcia programu.',
  },
  conflict: {
    title: 'Ktoś inny zmienił to w tym czasie',
    note: 'Nic nie wysłano. Wybierz przy każdym, co zostaje.',
    mine: 'Moje',
    theirs: 'Na serwerze',
    act: 'Zapisz mój wybór',
    back: 'Wróć do moich zmian',
  },
  unknown: 'Inne ustawienia',
  unknownNote: 'Usługa ma ustawienia, których ta wersja nie zna. Są pokazane, ale nigdy nie są wysyłane.',
  account: 'Konto',
};
