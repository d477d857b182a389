import { certificateProblem } from '../../certificate';
import { certificates } from './certificates';
import { namesField, type Failure } from '../../app-error';
import type { Messages } from '../en/en';

const status = (failure: Failure): string => (failure.status === undefined ? '' : ` (${failure.status})`);

/** The server's own words after ours, where it gave any. */
const said = (failure: Failure): string => (failure.detail ? `: „${failure.detail}”` : '');

export const failures: Messages['failures'] = {
  'no-network': () => ({ what: 'ten komputer nie ma sieci', next: 'Sprawdź kabel, Wi-Fi lub VPN.' }),
  name: () => ({
    what: 'nie znaleziono nazwy serwera',
    next: 'Sprawdź adres, DNS lub VPN.',
  }),
  refused: () => ({
    what: 'pod adresem serwera nic nie odpowiada',
    next: 'Czy serwer działa i czy port się zgadza?',
  }),
  timeout: () => ({
    what: 'serwer nie odpowiedział na czas',
    next: 'Tocsin sam zapyta ponownie. Jeśli to nie minie, sprawdź serwer lub drogę do niego.',
  }),
  tls: (f) => {
    const { what, next } = certificates[certificateProblem(f.detail)];
    return { what: `${what}${said(f)}`, next };
  },
  proxy: (f) => ({
    what: `proxy nie przepuszcza${said(f)}`,
    next: 'Sprawdź ustawienia proxy tego komputera.',
  }),
  connection: (f) => ({
    what: `połączenie zostało zerwane${said(f)}`,
    next: 'Tocsin sam spróbuje ponownie.',
  }),
  'token-refused': (f) => ({
    what: `serwer odrzucił token${status(f)}${said(f)}`,
    next: 'Wklej nowy token.',
  }),
  'token-expired': (f) => ({
    what: `token stracił ważność${status(f)}`,
    next: 'Wklej nowy token.',
  }),
  forbidden: (f) => ({
    what: `token odrzucony albo bez prawa do czytania powiadomień${status(f)}${said(f)}`,
    next: 'Wklej nowy token albo poproś o to prawo.',
  }),
  'not-found': (f) => ({
    what: `pod tym adresem nie ma powiadomień${status(f)}`,
    next: 'Sprawdź ścieżkę: adres to część przed /api/.',
  }),
  throttled: (f) => ({
    what: `serwer prosi o mniej zapytań${status(f)}`,
    next: 'Tocsin zapyta ponownie, gdy serwer pozwoli.',
  }),
  'server-error': (f) => ({
    what: `serwer ma kłopoty${status(f)}${said(f)}`,
    next: 'Tocsin sam pyta ponownie, coraz rzadziej.',
  }),
  'bad-request': (f) => ({
    what: `serwer nie przyjął zapytania${status(f)}${said(f)}`,
    next: 'Sprawdź, czy to adres platformy z powiadomieniami.',
  }),
  'unexpected-status': (f) => ({
    what: `serwer dał odpowiedź, której nikt się tu nie spodziewa${status(f)}${said(f)}`,
    next: 'Sprawdź adres.',
  }),
  redirect: () => ({
    what: 'serwer odsyła pod inny adres',
    next: 'Podaj adres, który widać potem w przeglądarce. Tocsin nigdy nie idzie za przekierowaniem, żeby token nie trafił gdzie indziej.',
  }),
  'not-json': (f) => ({
    what: `zamiast danych przyszła strona WWW${status(f)}`,
    next: 'Strona logowania sieci albo zła ścieżka? Otwórz adres w przeglądarce.',
  }),
  'broken-json': (f) => ({
    what: `odpowiedź serwera jest urwana lub uszkodzona${status(f)}`,
    next: 'Tocsin sam zapyta ponownie. Jeśli to nie minie, sprawdź serwer lub proxy przed nim.',
  }),
  'not-our-api': (f) => ({
    what: `odpowiedź nie jest listą powiadomień${said(f)}`,
    next: 'Sprawdź adres i jego ścieżkę.',
  }),
  'too-large': () => ({
    what: 'odpowiedź serwera jest za duża',
    next: 'Tocsin sam poprosi o mniejsze strony.',
  }),
  'order-ignored': () => ({
    what: 'serwer nie zastosował żądanej kolejności',
    next: 'Powiedz administratorowi serwera: „ordering=-timestamp” nie działa.',
  }),
  unreadable: (f) => ({
    what: `żadnego z najnowszych powiadomień nie da się odczytać${f.detail ? `: przeszkadza pole „${f.detail}”` : ''}`,
    next: 'Są pod „nieczytelne”, tak jak przyszły. Powiedz o tym administratorowi serwera albo poszukaj nowszej wersji Tocsin.',
  }),
  'no-token': () => ({ what: 'dla tego serwera nie ma tokena', next: 'Wklej token.' }),
  'token-locked': () => ({
    what: 'baza kluczy pulpitu nie otwiera zapisanego tokena',
    next: 'Odblokuj bazę kluczy i spróbuj ponownie albo wklej token jeszcze raz.',
  }),
  'bad-token': () => ({
    what: 'token ma znaki, których nie da się wysłać',
    next: 'Skopiuj go jeszcze raz tam, gdzie powstał, i wklej.',
  }),
  'bad-address': (f) => ({
    what: `to nie jest adres serwera${said(f)}`,
    next: 'Wygląda on jak https://nettest.example.org, czasem ze ścieżką.',
  }),
  'http-refused': () => ({
    what: 'http wysyła token bez ochrony',
    next: 'Użyj https albo zezwól na http dla tego hosta.',
  }),
  'bad-input': (f) => ({ what: `nie da się tego zrozumieć${said(f)}`, next: 'Sprawdź, co zostało wpisane.' }),
  'no-permission': (f) => ({
    what: `ten token nie może zmieniać ustawień${status(f)}${said(f)}`,
    next: 'Poproś o token z prawem zapisu ustawień.',
  }),
  validation: (f) => ({
    what: `serwer nie przyjął wartości${said(f)}`,
    next: namesField(f) ? 'Zobacz zaznaczone pole.' : 'Zmień ją i zapisz jeszcze raz.',
  }),
  clash: (f) => ({
    what: `te ustawienia zmienił w tej samej chwili ktoś inny${status(f)}${said(f)}`,
    next: 'Zapisz jeszcze raz: najpierw zostaną odczytane na nowo i nic tu nie przepadnie.',
  }),
  maintenance: (f) => ({
    what: `usługa ma przerwę techniczną${status(f)}`,
    next: 'Nic tu nie ginie. Spróbuj później.',
  }),
  paused: () => ({ what: 'to konto jest wstrzymane', next: 'Wznów je na jego stronie i spróbuj ponownie.' }),
  archived: () => ({
    what: 'to konto jest archiwum: jego serwer nie jest już pytany',
    next: 'Połącz je ponownie na jego stronie i spróbuj jeszcze raz.',
  }),
  grew: () => ({ what: 'tymczasem przyszły nowe', next: 'Zobacz nową liczbę i zdecyduj jeszcze raz.' }),
  gone: () => ({ what: 'już tego nie ma', next: 'Mogło zostać usunięte na serwerze.' }),
  'snoozed-too-many': () => ({
    what: 'odłożonych jest już zbyt wiele',
    next: 'Może ich być najwyżej 200. Przywróć część z nich albo wycisz to, co mają wspólnego.',
  }),
  locked: () => ({
    what: 'to ustawił administrator dla wszystkich na tym komputerze',
    next: 'O zmianę poproś administratora.',
  }),
  file: (f) => ({
    what: `nie można użyć tego pliku${said(f)}`,
    next: 'Wybierz inny plik albo inny folder.',
  }),
  storage: (f) => ({
    what: `nie można korzystać z historii lokalnej${said(f)}`,
    next: 'Sprawdź wolne miejsce i prawa do folderu programu Tocsin. Tocsin ruszy dalej sam.',
  }),
  'disk-full': () => ({
    what: 'dysk jest pełny: tego, co przychodzi, nie da się zachować',
    next: 'Zwolnij miejsce. Tocsin ruszy dalej sam, a na serwerze nic nie ginie.',
  }),
  'read-only': () => ({
    what: 'historii lokalnej nie można zapisywać',
    next: 'Sprawdź prawa do folderu programu Tocsin i czy jego dysk nie jest tylko do odczytu. Tocsin ruszy dalej sam.',
  }),
  'newer-history': () => ({
    what: 'historię lokalną utworzyła nowsza wersja programu Tocsin',
    next: 'Uruchom nowszą wersję. Plik pozostaje, jaki był.',
  }),
  'history-stuck': () => ({
    what: 'dysk z historią lokalną nie odpowiada',
    next: 'Sprawdź dysk albo folder sieciowy, na którym leży. Dopóki nie odpowie, Tocsin niczego nie widzi; potem ruszy dalej sam.',
  }),
  'accounts-damaged': (f) => ({
    what: 'pliku kont nie dało się odczytać w całości: czego tu brakuje, tego Tocsin nie pilnuje',
    next: `Plik leży jako ${f.detail ?? ''}. Połącz ponownie to, czego brakuje.`,
  }),
  rebuilt: (f) => ({
    what: 'historia lokalna była uszkodzona i jest czytana od nowa z serwera',
    // A detail stands there where marks may be lost.
    next: f.detail
      ? 'Oznaczenia, które były jeszcze w drodze, mogły zginąć: przejrzyj nieprzeczytane. Uszkodzony plik leży obok nowego.'
      : 'Na serwerze nic nie zginęło. Uszkodzony plik leży obok.',
  }),
  stopped: () => ({ what: 'to zostało zatrzymane', next: 'Uruchom jeszcze raz.' }),
  bug: (f) => ({
    what: `coś poszło źle w samym programie Tocsin${said(f)}`,
    next: 'Zgłoś to, proszę; więcej jest w dzienniku.',
  }),
};
