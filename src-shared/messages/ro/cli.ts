import type { Messages } from '../en/en';

export const cli: Messages['cli'] = {
  help: {
    what: 'Tocsin urmărește din zona de notificare notificările unei platforme de testare a rețelei.',
    file: 'FIȘIER',
    folder: 'DOSAR',
    hidden: 'pornește fără fereastră',
    status: 'scrie ca JSON ce vede Tocsin, dacă rulează; cod 0: urmărește, 1: nu, 2: nu rulează',
    provision: 'ia conturile și preferințele dintr-un fișier JSON',
    userDataDir: 'alt profil',
    verbose: 'jurnalul și pe stdout',
    version: 'versiunea',
    link: 'deschide o notificare sau lista cu filtre',
    again: 'Pornit a doua oară, arată fereastra celui care rulează.',
  },
  misspelt: (given, meant) =>
    `Tocsin: nu există opțiunea ${given}. Ai vrut să scrii ${meant}? Pe toate le arată --help.`,
  userDataDir:
    'Tocsin: --user-data-dir cere un folder, scris ca --user-data-dir=DIR. Fără el, Chromium ar folosi pe tăcute profilul real.',
  folder: (folder, why) =>
    `Tocsin: nu se poate scrie în folderul ${folder} (${why}). Verifică drepturile și dacă discul nu este doar pentru citire sau indică alt folder: --user-data-dir=DIR`,
  provisionFile: (file, why) => `Tocsin: fișierul de configurare ${file} nu poate fi citit: ${why}`,
  provisionJson: (file) => `Tocsin: fișierul de configurare ${file} nu este JSON. Nu s-a schimbat nimic.`,
  provisionField: (field, why) => `Tocsin: fișierul de configurare, ${field}: ${why}`,
  provisionNothing: 'Tocsin: nu s-a schimbat nimic. Corectează câmpurile de mai sus și pornește din nou.',
  provisionNeedsFile:
    'Tocsin: --provision cere un fișier, scris ca --provision=FIȘIER sau --provision FIȘIER.',
  notRunning: 'Tocsin nu rulează cu acest profil.',
  noAnswer: 'Tocsin rulează, dar nu a răspuns în 5 secunde.',
  rootPacked: 'Tocsin nu rulează ca root: sandboxul ar fi oprit. Pornește-l ca utilizator obișnuit.',
  provisionedRunning: 'Tocsin rulează deja: fișierul de configurare i-a fost predat.',
  loopbackOnly: 'http este doar pentru acest calculator (loopback) sau cu "allowHttp": true',
};
