import type { Messages } from '../en/en';

export const tenantCard: Messages['pages']['tenant']['card'] = {
  act: 'Wyślij kartę próbną',
  sending: 'Wysyłanie…',
  title: 'Karta próbna z programu Tocsin',
  text: (account, time) =>
    `Ktoś sprawdza webhook konta „${account}” ze swojego komputera (${time}). Nie stoi za tym żadne skanowanie.`,
  accepted: (status) =>
    `Webhook przyjął kartę (${status}). To jeszcze nie dowód doręczenia: zajrzyj na kanał. Dotarła?`,
  arrived: 'Dotarła',
  missing: 'Nie dotarła',
  works: 'Zatem ten webhook doręcza.',
  search:
    'Sprawdź w Teams: czy przepływ pracy jest włączony, czy jego właściciel ma jeszcze konto i czy publikuje na tym kanale. Lista uruchomień mówi, dlaczego któreś się nie powiodło.',
  refused: {
    redirect: (status) =>
      `Webhook odsyła pod inny adres (${status}), a tam karta nie idzie. Skopiuj URL z Teams jeszcze raz.`,
    format: (status) =>
      `Webhook nie przyjął karty (${status}). Czy to URL przepływu pracy, który publikuje na kanale?`,
    signature: (status) =>
      `Webhook nie przyjął podpisu w URL-u (${status}). Skopiuj z Teams jeszcze raz cały URL.`,
    gone: (status) =>
      `Pod tym URL-em nie ma już webhooka (${status}). Utwórz w Teams przepływ pracy i wklej jego URL.`,
    busy: (status) => `Webhook prosi o rzadsze karty (${status}). Spróbuj za chwilę.`,
    trouble: (status) => `Serwer webhooka ma kłopoty (${status}). Spróbuj później.`,
    other: (status) => `Webhook dał odpowiedź, której nikt się tu nie spodziewa (${status}).`,
  },
  notPublic:
    'Nic nie wysłano: ten host to ten komputer albo sieć prywatna, a karty próbne idą tylko do hostów publicznych. Sama usługa może go mimo to osiągać.',
  timeout: 'Przez 15 s nie nadeszła odpowiedź. Karta mogła mimo to dotrzeć: zajrzyj na kanał.',
  failed: (what) =>
    `Nie udało się wysłać karty: ${what}. Idzie ona wprost z tego komputera, bez serwera proxy.`,
  failures: {
    name: 'nie znaleziono hosta webhooka',
    refused: 'host webhooka nie odpowiada',
    tls: 'certyfikat hosta nie jest zaufany',
    network: 'ten komputer nie ma sieci',
    other: 'połączenie zostało przerwane',
  },
};
