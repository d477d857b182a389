import type { Messages } from '../en/en';
import type { Refusal } from '../../refusal';

export const desktop: Messages['desktop'] = {
  noTrayTitle: 'Obserwować dalej?',
  noTray: 'Ten pulpit nie ma zasobnika, więc po zamknięciu okna nie byłoby jak do niego wrócić.',
  noTrayDetail: 'Zminimalizowany Tocsin dalej obserwuje i alarmuje. Zamknięcie kończy jedno i drugie.',
  minimise: 'Minimalizuj',
  quit: 'Zamknij Tocsin',
  buttons: { open: 'Otwórz', seen: 'Przeczytane', snooze: 'Odłóż na 1 h' },
  jsonFiles: 'Ustawienia (JSON)',
  exportTitle: 'Eksport ustawień',
  importTitle: 'Import ustawień',
};

export const refusals: { readonly [Why in Refusal]: string } = {
  'turned-off': 'alerty Tocsin są wyłączone w ustawieniach systemu, w sekcji Powiadomienia (%)',
  'not-allowed':
    'macOS na to nie pozwala. Albo alerty są wyłączone w Ustawienia systemowe → Powiadomienia → Tocsin, albo ta kopia nie jest podpisana: macOS nie pokazuje alertów niepodpisanych aplikacji',
  'no-access': 'piaskownica nie pozwala mówić do usługi powiadomień (%)',
  'too-many': 'jest w niej już za dużo alertów; zamknij kilka (%)',
};
