import type { Messages } from '../en/en';

export const cli: Messages['cli'] = {
  help: {
    what: 'Tocsin z zasobnika pilnuje powiadomień platformy testów sieci.',
    file: 'PLIK',
    folder: 'FOLDER',
    hidden: 'start bez okna',
    status: 'wypisz jako JSON, co widzi działający Tocsin; kod 0: pilnuje, 1: nie, 2: nie działa',
    provision: 'weź konta i ustawienia z pliku JSON',
    userDataDir: 'inny profil',
    verbose: 'dziennik także na stdout',
    version: 'wersja',
    link: 'otwórz powiadomienie albo skrzynkę z filtrem',
    again: 'Uruchomiony drugi raz pokazuje okno tego, który działa.',
  },
  misspelt: (given, meant) =>
    `Tocsin: nie ma przełącznika ${given}. Czy chodziło o ${meant}? Wszystkie wypisuje --help.`,
  userDataDir:
    'Tocsin: --user-data-dir wymaga folderu, w postaci --user-data-dir=DIR. Bez niego Chromium po cichu użyłby prawdziwego profilu.',
  folder: (folder, why) =>
    `Tocsin: nie można zapisywać w folderze ${folder} (${why}). Sprawdź uprawnienia i to, czy dysk nie jest tylko do odczytu, albo wskaż inny folder: --user-data-dir=DIR`,
  provisionFile: (file, why) => `Tocsin: nie można odczytać pliku konfiguracji ${file}: ${why}`,
  provisionJson: (file) => `Tocsin: plik konfiguracji ${file} nie jest w formacie JSON. Nic nie zmieniono.`,
  provisionField: (field, why) => `Tocsin: plik konfiguracji, ${field}: ${why}`,
  provisionNothing: 'Tocsin: nic nie zmieniono. Popraw pola podane wyżej i uruchom ponownie.',
  provisionNeedsFile: 'Tocsin: --provision wymaga pliku, w postaci --provision=PLIK lub --provision PLIK.',
  notRunning: 'Tocsin nie działa w tym profilu.',
  noAnswer: 'Tocsin działa, ale nie odpowiedział w ciągu 5 sekund.',
  rootPacked:
    'Tocsin nie uruchamia się jako root: jego piaskownica byłaby wyłączona. Uruchom go jako zwykły użytkownik.',
  provisionedRunning: 'Tocsin już działa: plik konfiguracji został mu przekazany.',
  loopbackOnly: 'http tylko dla tego komputera (loopback) albo z "allowHttp": true',
};
