import { certificateProblem } from '../../certificate';
import { certificates } from './certificates';
import { namesField, type ErrorKind, type Failure } from '../../app-error';

/** What is wrong, without the name of the account; and the next step. */
interface FailureText {
  readonly what: string;
  readonly next: string;
}

const status = (failure: Failure): string => (failure.status === undefined ? '' : ` (${failure.status})`);

/** The server's own words after ours, where it gave any. */
const said = (failure: Failure): string => (failure.detail ? `: “${failure.detail}”` : '');

type Says = (failure: Failure) => FailureText;

export const failures: { readonly [Kind in ErrorKind]: Says } = {
  'no-network': () => ({ what: 'this machine has no network', next: 'Check the cable, Wi-Fi or VPN.' }),
  name: () => ({
    what: 'the server’s name could not be found',
    next: 'Check the address, your DNS or your VPN.',
  }),
  refused: () => ({
    what: 'nothing answers at the server’s address',
    next: 'Is the server up, and is the port right?',
  }),
  timeout: () => ({
    what: 'the server did not answer in time',
    next: 'Tocsin asks again by itself. If it stays so, look at the server or the way to it.',
  }),
  tls: (f) => {
    const { what, next } = certificates[certificateProblem(f.detail)];
    return { what: `${what}${said(f)}`, next };
  },
  proxy: (f) => ({ what: `the proxy is in the way${said(f)}`, next: 'Check this machine’s proxy settings.' }),
  connection: (f) => ({ what: `the connection broke${said(f)}`, next: 'Tocsin tries again by itself.' }),
  'token-refused': (f) => ({
    what: `the server refused the token${status(f)}${said(f)}`,
    next: 'Paste a new token.',
  }),
  'token-expired': (f) => ({
    what: `the token has expired${status(f)}`,
    next: 'Paste a new token.',
  }),
  forbidden: (f) => ({
    what: `token refused, or no right to read notifications${status(f)}${said(f)}`,
    next: 'Paste a new token, or ask for the right.',
  }),
  'not-found': (f) => ({
    what: `there are no notifications at this address${status(f)}`,
    next: 'Check the path: the address is the part before /api/.',
  }),
  throttled: (f) => ({
    what: `the server asks for fewer requests${status(f)}`,
    next: 'Tocsin asks again when it allows.',
  }),
  'server-error': (f) => ({
    what: `the server is in trouble${status(f)}${said(f)}`,
    next: 'Tocsin asks again by itself, at longer and longer intervals.',
  }),
  'bad-request': (f) => ({
    what: `the server did not accept the request${status(f)}${said(f)}`,
    next: 'Check that the address is that of the notification platform.',
  }),
  'unexpected-status': (f) => ({
    what: `the server gave an answer nobody expects here${status(f)}${said(f)}`,
    next: 'Check the address.',
  }),
  redirect: () => ({
    what: 'the server sends us to another address',
    next: 'Use the address it leads to in your browser. Tocsin never follows, so that the token stays where it belongs.',
  }),
  'not-json': (f) => ({
    what: `a web page came instead of data${status(f)}`,
    next: 'A sign-in page of your network, or a wrong path? Open the address in your browser.',
  }),
  'broken-json': (f) => ({
    what: `the server’s answer is cut off or damaged${status(f)}`,
    next: 'Tocsin asks again by itself. If it stays so, look at the server or a proxy before it.',
  }),
  'not-our-api': (f) => ({
    what: `the answer is not a list of notifications${said(f)}`,
    next: 'Check the address and its path.',
  }),
  'too-large': () => ({
    what: 'the server’s answer is too large',
    next: 'Tocsin asks for smaller pages by itself.',
  }),
  'order-ignored': () => ({
    what: 'the server ignored the order that was asked for',
    next: 'Tell its administrator: “ordering=-timestamp” has no effect.',
  }),
  unreadable: (f) => ({
    what: `not one of the newest notifications can be read${f.detail ? `: “${f.detail}” is in the way` : ''}`,
    next: 'They stand under “could not be read”, as they came. Tell the server’s administrator, or look for a newer Tocsin.',
  }),
  'no-token': () => ({ what: 'no token is kept for this server', next: 'Paste the token.' }),
  'token-locked': () => ({
    what: 'the desktop’s keyring does not open the token that is kept',
    next: 'Unlock the keyring and try again, or paste the token anew.',
  }),
  'bad-token': () => ({
    what: 'the token has characters that cannot be sent',
    next: 'Copy it again from where it was made, and paste it.',
  }),
  'bad-address': (f) => ({
    what: `this is not a server’s address${said(f)}`,
    next: 'It looks like https://nettest.example.org, perhaps with a path.',
  }),
  'http-refused': () => ({
    what: 'http sends the token unprotected',
    next: 'Use https, or allow http for this host.',
  }),
  'bad-input': (f) => ({ what: `this was not understood${said(f)}`, next: 'Check what was entered.' }),
  'no-permission': (f) => ({
    what: `this token may not change the settings${status(f)}${said(f)}`,
    next: 'Ask for a token with the right to write settings.',
  }),
  validation: (f) => ({
    what: `the server did not accept a value${said(f)}`,
    next: namesField(f) ? 'See the marked field.' : 'Change it and save again.',
  }),
  clash: (f) => ({
    what: `these settings were changed elsewhere in the same moment${status(f)}${said(f)}`,
    next: 'Save again: they are read anew first, and nothing is lost here.',
  }),
  maintenance: (f) => ({
    what: `the service is down for maintenance${status(f)}`,
    next: 'Nothing is lost here. Try again later.',
  }),
  paused: () => ({ what: 'you paused this account', next: 'Resume it on its page, then try again.' }),
  archived: () => ({
    what: 'this account is an archive: its server is not asked any more',
    next: 'Connect it again on its page, then try again.',
  }),
  grew: () => ({ what: 'more have arrived meanwhile', next: 'Look at the new number and decide again.' }),
  gone: () => ({ what: 'it is no longer there', next: 'It may have been deleted on the server.' }),
  'snoozed-too-many': () => ({
    what: 'too many items are snoozed',
    next: 'At most 200 can be. Take some back, or silence what they have in common.',
  }),
  locked: () => ({
    what: 'your administrator has set this for everybody on this machine',
    next: 'Ask your administrator to change it.',
  }),
  file: (f) => ({
    what: `this file cannot be used${said(f)}`,
    next: 'Choose another file or another folder.',
  }),
  storage: (f) => ({
    what: `the local history cannot be used${said(f)}`,
    next: 'Check the free space and the rights of Tocsin’s folder. Tocsin goes on by itself.',
  }),
  'disk-full': () => ({
    what: 'the disk is full: what arrives cannot be kept',
    next: 'Make space. Tocsin goes on by itself, and nothing on the server is lost.',
  }),
  'read-only': () => ({
    what: 'the local history may not be written',
    next: 'Check the rights of Tocsin’s folder, and whether its disk is mounted read-only. Tocsin goes on by itself.',
  }),
  'newer-history': () => ({
    what: 'the local history was made by a newer Tocsin',
    next: 'Start the newer version. The file is left as it is.',
  }),
  'history-stuck': () => ({
    what: 'the disk with the local history does not answer',
    next: 'Check the disk, or the network folder that it is. Nothing is seen until it answers; then Tocsin goes on by itself.',
  }),
  'accounts-damaged': (f) => ({
    what: 'the file of accounts could not be read whole: what is missing here is not watched',
    next: `It is kept as ${f.detail ?? ''}. Connect what is missing again.`,
  }),
  rebuilt: (f) => ({
    what: 'the local history was damaged and is read anew from the server',
    // A detail stands there where marks may be lost.
    next: f.detail
      ? 'Marks that were still on their way may be lost: look through what is unseen. The damaged file is kept beside the new one.'
      : 'Nothing on the server is lost. The damaged file is kept beside it.',
  }),
  stopped: () => ({ what: 'this was stopped', next: 'Start it again.' }),
  bug: (f) => ({
    what: `something went wrong inside Tocsin${said(f)}`,
    next: 'Please report it; the log says more.',
  }),
};
