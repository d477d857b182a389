import type { Failure } from '../../app-error';
import type { Messages } from '../en/en';
import { shortWait } from '../short-wait';

const status = ({ status: code }: Failure): string => (code === undefined ? '' : ` (${code})`);
const said = ({ detail }: Failure): string => (detail ? `: „${detail}”` : '');

export const tenantFailures: Messages['pages']['tenant']['failures'] = {
  timeout: () => ({ next: 'Spróbuj ponownie. Jeśli się powtarza, sprawdź serwer albo drogę do niego.' }),
  connection: () => ({ next: 'Spróbuj ponownie.' }),
  throttled: (f) => ({
    next:
      f.retryAfter === undefined
        ? 'Odczekaj chwilę i spróbuj ponownie.'
        : `Odczekaj ${shortWait(f.retryAfter)} i spróbuj ponownie.`,
  }),
  'server-error': () => ({ next: 'Spróbuj ponownie później.' }),
  'broken-json': () => ({
    next: 'Spróbuj ponownie. Jeśli się powtarza, sprawdź serwer albo pośrednika przed nim.',
  }),
  'too-large': () => ({ next: 'Sprawdź adres.' }),
  forbidden: (f) => ({
    what: `serwer odrzucił token dla tych ustawień${status(f)}`,
    next: 'Wklej nowy token albo poproś o uprawnienie.',
  }),
  'not-found': (f) => ({
    what: `pod tym adresem nie ma ustawień${status(f)}${said(f)}`,
    next: 'Sprawdź adres: to część przed /tenants/.',
  }),
  'bad-request': () => ({ next: 'Sprawdź, co wpisano, i czy to na pewno adres ustawień.' }),
  'not-our-api': (f) => ({
    what: `odpowiedź to nie są ustawienia tenanta${said(f)}`,
    next: 'Sprawdź adres i ścieżkę.',
  }),
  gone: () => ({
    what: 'te ustawienia odczytano zbyt dawno albo tego, co miało wrócić, już się nie przechowuje',
    next: 'Odczytaj je ponownie; twoje zmiany zostaną.',
  }),
};
