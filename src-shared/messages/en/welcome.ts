import type { BaseUrlProblem } from '../../account';
import type { PassedOver, TestStepName } from '../../ipc';
import { plural } from '../plural';

const address: { readonly [Problem in BaseUrlProblem]: string } = {
  'not-a-url': 'This is no address. It looks like https://nettest.example.org, perhaps with a path.',
  scheme: 'The address begins with https:// (or http://).',
  http: 'http sends the token unprotected. Use https, or allow http for this host below.',
  credentials: 'Leave name and password out of the address. The token says who you are.',
  query: 'Leave out what follows “?” or “#”.',
};

const passed: { readonly [Step in TestStepName]: string } = {
  address: 'Address is well formed',
  proxy: 'Direct, no proxy',
  name: 'Name found',
  tls: 'Certificate trusted',
  status: 'The server answers, the token is accepted',
  json: 'The answer is data, not a page',
  shape: 'It has the right form',
  read: 'Reading is allowed',
  write: 'Marking is allowed',
};

const failed: { readonly [Step in TestStepName]: string } = {
  address: 'The address',
  proxy: 'The proxy',
  name: 'The name',
  tls: 'The certificate',
  status: 'The server',
  json: 'The answer',
  shape: 'The form of the answer',
  read: 'Reading',
  write: 'Marking',
};

const passedOver: { readonly [Why in PassedOver]: string } = {
  number: 'No name to be found: the address is a number',
  proxied: 'The name is found by the proxy',
  http: 'No certificate: http protects nothing',
  'not-tried': 'Writing is not tried: it would change something there.',
};

/** Connecting to a server. */
export const welcome = {
  title: 'Connect to a server',
  about: 'Tocsin reads your notifications from it and marks them as seen. It asks for nothing else.',
  aboutTenant: 'Tocsin reads and changes who the service tells when a scan ends. It asks for nothing else.',
  kind: 'What the server has',
  kinds: { inbox: 'Notifications', tenant: 'Tenant settings' },
  kindHint: {
    inbox: 'A network-test platform with an inbox of notifications.',
    tenant: 'A scan service where a tenant sets who is told, by e-mail and Teams.',
  },
  address: 'Address',
  addressHint: 'As in your browser, with the path if there is one.',
  addressExample: 'https://nettest.example.org/platform',
  addressProblems: address,
  addressEmpty: 'Enter the server’s address.',
  allowHttp: (host: string): string => `Allow http for ${host}`,
  allowHttpHint: 'Anybody on the way can read the token then.',
  name: 'Name',
  nameHint: 'What you call it here.',
  nameEmpty: 'Give it a name.',
  nameTaken:
    'There is an account of this name at this address already. Choose another name, or paste the new token on that account’s page.',
  token: 'Token',
  tokenEmpty: 'Paste the token.',
  /** After “Token abc” was pasted. */
  tokenParted: (scheme: string): string =>
    `“${scheme}” is how it is handed over, and not a part of it: only the token stands here.`,
  tokenKept: (backend: string): string => `Kept by ${backend}. The window never gets to see it again.`,
  tokenSession:
    'Kept for this run only: this desktop offers no safe place for it. It is asked for again after a restart.',
  tokenSilent: (backend: string): string =>
    `Kept for this run only: ${backend} does not answer. Unlock it and start Tocsin again, and it is kept there.`,
  /** What the operating systems call their secret stores, by the names that programs use. */
  backends: {
    'GNOME Keyring': 'your desktop’s keyring (GNOME Keyring)',
    KWallet: 'your desktop’s wallet (KWallet)',
    'macOS Keychain': 'the macOS Keychain',
    'Windows DPAPI': 'Windows',
  } as { readonly [name: string]: string },
  show: 'Show',
  hide: 'Hide',
  scheme: 'How the server takes it',
  schemeHint: 'Not sure? The test tries them all.',
  headerScheme: 'Header…',
  header: 'Header name',
  headerHint: 'The token goes into this header alone, without a word before it.',
  headerProblems: {
    empty: 'Enter the header’s name, such as X-API-Key.',
    characters: 'A header name has letters, digits and dashes, and no space or colon.',
    refused: 'This header has another meaning and cannot carry a token.',
  },
  test: 'Test',
  testAgain: 'Test again',
  testing: 'Testing…',
  notTested: 'The test tries the address and the token without keeping them.',
  connect: 'Connect',
  connecting: 'Connecting…',
  saving: 'Saving…',
  explore: 'Explore with sample data',
  exploring: 'Starting the sample server…',
  exploreHint: 'A simulated network on this machine, gone when Tocsin quits.',
  passed,
  failed,
  through: (proxy: string): string => `Through the proxy ${proxy}`,
  readable: (n: number, shown: string): string =>
    plural('en', n, {
      one: 'Reading is allowed: 1 notification',
      other: `Reading is allowed: ${shown} notifications`,
    }),
  passedOver,
  ownCertificate: {
    title: 'Does your company sign its own certificates?',
    linux:
      'Give its CA file to your user’s certificate store, then start Tocsin again. certutil comes with libnss3-tools (nss-tools).',
    mac: 'Open its CA file in Keychain Access, add it to the keychain “System”, set it to “Always Trust”, then start Tocsin again.',
    windows:
      'Open its CA file, choose “Install Certificate”, the store “Trusted Root Certification Authorities”, then start Tocsin again.',
  },
  works: (scheme: string): string => `“${scheme}” works.`,
  use: (scheme: string): string => `Use ${scheme}`,
  allPassed: 'Everything answers. You can connect.',
  notConnected: 'Not connected',
};
