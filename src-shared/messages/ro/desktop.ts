import type { Messages } from '../en/en';
import type { Refusal } from '../../refusal';

export const desktop: Messages['desktop'] = {
  noTrayTitle: 'Continui urmărirea?',
  noTray:
    'Acest desktop nu are zonă de notificare, deci după închiderea ferestrei nu ar fi cum să te întorci la ea.',
  noTrayDetail: 'Minimizat, Tocsin urmărește și alertează mai departe. Închiderea le oprește pe amândouă.',
  minimise: 'Minimizează',
  quit: 'Închide Tocsin',
  buttons: { open: 'Deschide', seen: 'Citită', snooze: 'Amână 1 h' },
  jsonFiles: 'Preferințe (JSON)',
  exportTitle: 'Exportă preferințele',
  importTitle: 'Importă preferințe',
};

export const refusals: { readonly [Why in Refusal]: string } = {
  'turned-off': 'alertele Tocsin sunt oprite în setările sistemului, la Notificări (%)',
  'not-allowed':
    'macOS nu permite. Fie alertele sunt oprite în Configurări sistem → Notificări → Tocsin, fie această copie nu este semnată: macOS nu arată alertele aplicațiilor nesemnate',
  'no-access': 'mediul izolat nu are voie să vorbească cu serviciul de notificări (%)',
  'too-many': 'are deja prea multe alerte; închide câteva (%)',
};
