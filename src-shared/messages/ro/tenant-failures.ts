import type { Failure } from '../../app-error';
import type { Messages } from '../en/en';
import { shortWait } from '../short-wait';

const status = ({ status: code }: Failure): string => (code === undefined ? '' : ` (${code})`);
const said = ({ detail }: Failure): string => (detail ? `: „${detail}”` : '');

export const tenantFailures: Messages['pages']['tenant']['failures'] = {
  timeout: () => ({ next: 'Încearcă din nou. Dacă se repetă, verifică serverul sau drumul până la el.' }),
  connection: () => ({ next: 'Încearcă din nou.' }),
  throttled: (f) => ({
    next:
      f.retryAfter === undefined
        ? 'Așteaptă puțin și încearcă din nou.'
        : `Așteaptă ${shortWait(f.retryAfter)} și încearcă din nou.`,
  }),
  'server-error': () => ({ next: 'Încearcă din nou mai târziu.' }),
  'broken-json': () => ({
    next: 'Încearcă din nou. Dacă se repetă, verifică serverul sau un proxy din fața lui.',
  }),
  'too-large': () => ({ next: 'Verifică adresa.' }),
  forbidden: (f) => ({
    what: `serverul a refuzat tokenul pentru aceste setări${status(f)}`,
    next: 'Lipește un token nou sau cere dreptul.',
  }),
  'not-found': (f) => ({
    what: `la această adresă nu sunt setări${status(f)}${said(f)}`,
    next: 'Verifică adresa: este partea dinainte de /tenants/.',
  }),
  'bad-request': () => ({ next: 'Verifică ce ai introdus și dacă aceasta este adresa setărilor.' }),
  'not-our-api': (f) => ({
    what: `răspunsul nu conține setările unui tenant${said(f)}`,
    next: 'Verifică adresa și calea ei.',
  }),
  gone: () => ({
    what: 'aceste setări au fost citite de prea mult timp sau ce era de pus la loc nu se mai păstrează',
    next: 'Citește-le din nou; schimbările tale rămân.',
  }),
};
