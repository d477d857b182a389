import type { ErrorKind, Failure } from '../../app-error';
import { shortWait } from '../short-wait';

type Says = (failure: Failure) => { readonly what?: string; readonly next: string };

const status = ({ status: code }: Failure): string => (code === undefined ? '' : ` (${code})`);
const said = ({ detail }: Failure): string => (detail ? `: “${detail}”` : '');

/** Where a failure means something else for a tenant's settings than for an inbox: nothing is asked again by itself. */
export const tenantFailures = {
  timeout: () => ({ next: 'Try again. If it stays so, look at the server or the way to it.' }),
  connection: () => ({ next: 'Try again.' }),
  throttled: (f) => ({
    next:
      f.retryAfter === undefined
        ? 'Wait a moment and try again.'
        : `Wait ${shortWait(f.retryAfter)} and try again.`,
  }),
  'server-error': () => ({ next: 'Try again later.' }),
  'broken-json': () => ({ next: 'Try again. If it stays so, look at the server or a proxy before it.' }),
  'too-large': () => ({ next: 'Check the address.' }),
  forbidden: (f) => ({
    what: `the server refused the token for these settings${status(f)}`,
    next: 'Paste a new token, or ask for the right.',
  }),
  'not-found': (f) => ({
    what: `there are no settings at this address${status(f)}${said(f)}`,
    next: 'Check the address: it is the part before /tenants/.',
  }),
  'bad-request': () => ({ next: 'Check what was entered, and that this is the address of the settings.' }),
  'not-our-api': (f) => ({
    what: `the answer is not a tenant’s settings${said(f)}`,
    next: 'Check the address and its path.',
  }),
  gone: () => ({
    what: 'these settings were read too long ago, or what was to be put back is not kept any more',
    next: 'Read them again; your changes stay.',
  }),
} satisfies { readonly [Kind in ErrorKind]?: Says };
