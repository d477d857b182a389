import type { BaseUrlProblem } from '../../account';
import type { TestStepName } from '../../ipc';

const address: { readonly [Problem in BaseUrlProblem]: string } = {
  'not-a-url': 'This is no address. It looks like https://nettest.example.org, perhaps with a path.',
  scheme: 'The address begins with https:// (or http://).',
  http: 'http sends the token unprotected. Use https, or allow http for this host below.',
  credentials: 'Leave name and password out of the address. The token says who you are.',
  query: 'Leave out what follows “?” or “#”.',
};

const passed: { readonly [Step in TestStepName]: string } = {
  address: 'Address is well formed',
  reach: 'The server answers',
  token: 'The token is accepted',
  shape: 'The answer has the right form',
};

const failed: { readonly [Step in TestStepName]: string } = {
  address: 'The address',
  reach: 'The way to the server',
  token: 'The token',
  shape: 'The answer',
};

/** Connecting to a server. */
export const welcome = {
  title: 'Connect to a server',
  about: 'Tocsin reads your notifications from it and marks them as seen. It asks for nothing else.',
  aboutTenant: 'Tocsin reads and changes who the service tells when a scan ends. It asks for nothing else.',
  kind: 'What is there',
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
  token: 'Token',
  tokenEmpty: 'Paste the token.',
  tokenKept: (backend: string): string => `Kept by ${backend}. The window never gets to see it again.`,
  tokenSession:
    'Kept for this run only: this desktop offers no safe place for it. It is asked for again after a restart.',
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
  works: (scheme: string): string => `“${scheme}” works.`,
  use: (scheme: string): string => `Use ${scheme}`,
  allPassed: 'Everything answers. You can connect.',
  notConnected: 'Not connected',
};
