import type { Messages } from '../en/en';

export const desktop: Messages['desktop'] = {
  noTrayTitle: 'Continui urmărirea?',
  noTray:
    'Acest desktop nu are zonă de notificare, deci după închiderea ferestrei nu ar fi cum să te întorci la ea.',
  noTrayDetail: 'Minimizat, Tocsin urmărește și alertează mai departe. Închiderea le oprește pe amândouă.',
  minimise: 'Minimizează',
  quit: 'Închide Tocsin',
};
