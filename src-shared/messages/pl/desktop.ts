import type { Messages } from '../en/en';

export const desktop: Messages['desktop'] = {
  noTrayTitle: 'Obserwować dalej?',
  noTray: 'Ten pulpit nie ma zasobnika, więc po zamknięciu okna nie byłoby jak do niego wrócić.',
  noTrayDetail: 'Zminimalizowany Tocsin dalej obserwuje i alarmuje. Zamknięcie kończy jedno i drugie.',
  minimise: 'Minimalizuj',
  quit: 'Zamknij Tocsin',
};
