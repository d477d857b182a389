import type { SafeStorage } from 'electron';
import { expect, test } from 'vitest';
import { createSecrets, hintOf } from '../../../../src-main/electron/files/secrets';
import { createFakeFile, createFakeLog, type FakeFile } from '../support/fakes';

const ORIGIN = 'https://nettest.example.org';
const TOKEN = 'ae_live_0123456789abcdef9f';

/** What a keyring does to a text here. */
const mirror = (text: string): string => text.split('').toReversed().join('');

interface Keyring {
  readonly backend?: ReturnType<SafeStorage['getSelectedStorageBackend']>;
  readonly available?: boolean;
  /** The same, where it changes. */
  readonly now?: { readonly available: boolean };
  /** Another keyring opens nothing of this one's. */
  readonly key?: string;
  readonly platform?: NodeJS.Platform;
  readonly file?: FakeFile;
}

function setUp({
  backend = 'gnome_libsecret',
  available = true,
  now = { available },
  key = 'k1',
  platform = 'linux',
  file = createFakeFile(),
}: Keyring = {}) {
  const asked: string[] = [];
  const known: string[] = [];
  const log = createFakeLog();
  const safeStorage = {
    isEncryptionAvailable: () => (asked.push('available'), now.available),
    getSelectedStorageBackend: () => (asked.push('backend'), backend),
    encryptString: (text: string) => Buffer.from(`${key}:${mirror(text)}`),
    decryptString: (bytes: Buffer) => {
      const text = bytes.toString();
      if (!text.startsWith(`${key}:`)) throw new Error('Error while decrypting');
      return mirror(text.slice(key.length + 1));
    },
  };
  const secrets = createSecrets({
    safeStorage,
    platform,
    file: () => (asked.push('file'), file),
    known: (secret) => known.push(secret),
    log,
  });
  return { secrets, asked, known, log, file };
}

test('nothing is asked before it is opened or used', () => {
  expect(setUp().asked).toEqual([]);
});

test.for([
  { backend: 'gnome_libsecret', available: true, is: { name: 'GNOME Keyring', persistent: true } },
  { backend: 'gnome_libsecret', available: false, is: { name: 'GNOME Keyring', persistent: false } },
  { backend: 'kwallet5', available: true, is: { name: 'KWallet', persistent: true } },
  { backend: 'kwallet6', available: true, is: { name: 'KWallet', persistent: true } },
  { backend: 'basic_text', available: true, is: { name: '', persistent: false } },
  { backend: 'unknown', available: true, is: { name: '', persistent: false } },
  { platform: 'darwin', available: true, is: { name: 'macOS Keychain', persistent: true } },
  { platform: 'win32', available: true, is: { name: 'Windows DPAPI', persistent: true } },
  { platform: 'win32', available: false, is: { name: 'Windows DPAPI', persistent: false } },
] as (Keyring & { is: object })[])('$platform $backend, available $available → $is', ({ is, ...keyring }) => {
  const { secrets } = setUp(keyring);
  expect([secrets.backend(), secrets.state('acc1', ORIGIN).stored]).toEqual([null, 'unknown']);
  secrets.open();
  expect([secrets.backend(), secrets.state('acc1', ORIGIN).stored]).toEqual([is, 'none']);
});

test('with a keyring: on disk, encrypted; there after a restart', async () => {
  const { secrets, file, known } = setUp();
  expect(await secrets.put('acc1', ORIGIN, TOKEN)).toEqual({ stored: 'keyring', hint: 'ae_l…9f' });
  expect(Object.keys(file.content)).toEqual([`acc1 ${ORIGIN}`]);
  expect(JSON.stringify(file.content)).not.toContain(TOKEN);
  expect(known).toEqual([TOKEN]);
  const again = setUp({ file });
  expect(again.secrets.get('acc1', ORIGIN)).toBe(TOKEN);
  expect(again.secrets.state('acc1', ORIGIN)).toEqual({ stored: 'keyring', hint: 'ae_l…9f' });
  expect(again.known).toEqual([TOKEN]);
});

test.for([{ backend: 'basic_text' }, { available: false }] as Keyring[])(
  'without one (%o): for this run only, nothing on disk',
  async (keyring) => {
    const { secrets, file } = setUp(keyring);
    expect(await secrets.put('acc1', ORIGIN, TOKEN)).toEqual({ stored: 'session', hint: 'ae_l…9f' });
    expect(secrets.get('acc1', ORIGIN)).toBe(TOKEN);
    expect(file.content).toEqual({});
    const again = setUp({ ...keyring, file }).secrets;
    again.open();
    expect(again.state('acc1', ORIGIN)).toEqual({ stored: 'none', hint: '' });
  },
);

test('a new token for this run only takes the old one off the disk', async () => {
  const { secrets, file } = setUp();
  await secrets.put('acc1', ORIGIN, TOKEN);
  await secrets.put('acc2', ORIGIN, TOKEN);
  await setUp({ file, available: false }).secrets.put('acc1', ORIGIN, 'another-token-entirely');
  expect(Object.keys(file.content)).toEqual([`acc2 ${ORIGIN}`]);
});

test('one of an account’s secrets can go by itself', async () => {
  const { secrets, file } = setUp();
  await secrets.put('acc1', ORIGIN, TOKEN);
  await secrets.put('acc1', `${ORIGIN}#webhook-1`, 'https://relay.example/secret');
  secrets.drop('acc1', `${ORIGIN}#webhook-1`);
  expect(secrets.get('acc1', `${ORIGIN}#webhook-1`)).toBeUndefined();
  expect(Object.keys(file.content)).toEqual([`acc1 ${ORIGIN}`]);
});

test('keyed by exact origin', async () => {
  const { secrets } = setUp();
  await secrets.put('acc1', ORIGIN, TOKEN);
  for (const other of [
    'https://nettest.example.org:8443',
    'http://nettest.example.org',
    'https://example.org',
  ])
    expect(secrets.get('acc1', other)).toBeUndefined();
  expect(secrets.get('acc2', ORIGIN)).toBeUndefined();
});

test('a keyring that changed: said to be locked, kept on disk, said in the log without the secret', async () => {
  const { secrets, file } = setUp();
  await secrets.put('acc1', ORIGIN, TOKEN);
  const before = { ...file.content };
  const other = setUp({ file, key: 'k2' });
  expect(other.secrets.get('acc1', ORIGIN)).toBeUndefined();
  expect(other.secrets.state('acc1', ORIGIN)).toEqual({ stored: 'locked', hint: '' });
  expect(file.content).toEqual(before);
  expect(other.log.lines).toHaveLength(1);
  expect(other.log.lines[0]).toContain(`acc1 ${ORIGIN}`);
  expect(setUp({ file }).secrets.get('acc1', ORIGIN)).toBe(TOKEN);
});

test('a disk that refuses: kept for this run, and said so', async () => {
  const { secrets, file, log } = setUp();
  file.write = () => {
    throw new Error('ENOSPC');
  };
  expect(await secrets.put('acc1', ORIGIN, TOKEN)).toEqual({ stored: 'session', hint: 'ae_l…9f' });
  expect(log.lines.join()).toContain('ENOSPC');
});

test('forgetting an account takes all of its origins and no other account', async () => {
  const { secrets, file } = setUp();
  await secrets.put('acc1', ORIGIN, TOKEN);
  await secrets.put('acc1', 'https://other.example', TOKEN);
  await secrets.put('acc11', ORIGIN, TOKEN);
  secrets.forget('acc1');
  expect(secrets.get('acc1', ORIGIN)).toBeUndefined();
  expect(Object.keys(file.content)).toEqual([`acc11 ${ORIGIN}`]);
});

test.for([
  { secret: TOKEN, hint: 'ae_l…9f' },
  { secret: '0123456789abcdef', hint: '0123…ef' },
  { secret: '0123456789abcde', hint: '' },
  { secret: '', hint: '' },
])('the hint of “$secret” is “$hint”', ({ secret, hint }) => {
  expect(hintOf(secret)).toBe(hint);
});

test('asked again: one that opens now is there, without a restart; what was for this run only is kept', async () => {
  const { file } = setUp();
  await setUp({ file }).secrets.put('acc1', ORIGIN, TOKEN);
  const keyring = { available: false };
  const later = setUp({ file, now: keyring });
  later.secrets.open();
  await later.secrets.put('acc2', ORIGIN, 'pasted-meanwhile-0123');
  expect(stored(later.secrets)).toEqual(['locked', 'session']);
  later.secrets.retry();
  expect(stored(later.secrets)).toEqual(['locked', 'session']);
  keyring.available = true;
  expect(stored(later.secrets)).toEqual(['locked', 'session']); // nobody asked
  later.secrets.retry();
  expect(stored(later.secrets)).toEqual(['keyring', 'keyring']);
  expect(setUp({ file }).secrets.get('acc2', ORIGIN)).toBe('pasted-meanwhile-0123');
});

const stored = (secrets: ReturnType<typeof setUp>['secrets']): string[] =>
  ['acc1', 'acc2'].map((account) => secrets.state(account, ORIGIN).stored);
