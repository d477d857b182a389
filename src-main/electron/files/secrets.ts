import type { SafeStorage } from 'electron';
import type { SecretBackend, SecretState } from '../../../src-shared/app-state';
import type { Log, Secrets } from '../../core/ports';
import type { StoreFile } from './store-file';

export interface SecretsDeps {
  readonly safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >;
  readonly platform: NodeJS.Platform;
  /** `secrets.json`; opened when first needed. */
  readonly file: () => StoreFile;
  /** Tells core's redaction of every secret that passes here. */
  readonly known: (secret: string) => void;
  readonly log: Log;
}

/**
 * Tokens and webhooks: encrypted by the desktop's own keeper, or for this run only. Never plain on disk
 * (security.md, Secrets). Nothing here asks the desktop before `open`, `get` or `put`, which must come after the
 * tray is up: a locked keyring asks for its password and stops main until it has it.
 */
export function createSecrets({ safeStorage, platform, file, known, log }: SecretsDeps): Secrets {
  const inMemory = new Map<string, string>();
  const decrypted = new Map<string, string | undefined>();
  let found: SecretBackend | undefined;
  let opened: StoreFile | undefined;

  const backend = (): SecretBackend => (found ??= findBackend(safeStorage, platform));
  const disk = (): StoreFile => (opened ??= file());
  const keyOf = (account: string, origin: string): string => `${account} ${origin}`;

  function onDisk(key: string): string | undefined {
    if (decrypted.has(key)) return decrypted.get(key);
    const secret = decrypt(key);
    if (secret !== undefined) known(secret);
    decrypted.set(key, secret);
    return secret;
  }

  /** A keyring that changed cannot open what the old one closed: as if there were none, but kept. */
  function decrypt(key: string): string | undefined {
    const text = disk().read()[key];
    if (typeof text !== 'string' || !backend().persistent) return undefined;
    try {
      return safeStorage.decryptString(Buffer.from(text, 'base64'));
    } catch {
      log.event(
        'secrets',
        `the secret of ${key} cannot be opened by ${backend().name}; it must be entered again`,
      );
      return undefined;
    }
  }

  function get(account: string, origin: string): string | undefined {
    const key = keyOf(account, origin);
    return inMemory.get(key) ?? onDisk(key);
  }

  function state(account: string, origin: string): SecretState {
    if (!found) return { stored: 'unknown', hint: '' };
    const key = keyOf(account, origin);
    const kept = inMemory.get(key);
    if (kept !== undefined) return { stored: 'session', hint: hintOf(kept) };
    const secret = onDisk(key);
    if (secret !== undefined) return { stored: 'keyring', hint: hintOf(secret) };
    return { stored: typeof disk().read()[key] === 'string' ? 'locked' : 'none', hint: '' };
  }

  function drop(dropped: (key: string) => boolean): void {
    const kept = Object.entries(disk().read());
    const left = kept.filter(([key]) => !dropped(key));
    if (left.length < kept.length) disk().write(Object.fromEntries(left));
    for (const map of [inMemory, decrypted]) for (const key of map.keys()) if (dropped(key)) map.delete(key);
  }

  function encrypt(key: string, secret: string): void {
    const text = safeStorage.encryptString(secret).toString('base64');
    disk().write({ ...disk().read(), [key]: text });
    inMemory.delete(key);
    decrypted.set(key, secret);
  }

  function retry(): void {
    if (!found) return;
    found = findBackend(safeStorage, platform);
    for (const [key, secret] of decrypted) if (secret === undefined) decrypted.delete(key);
    if (!found.persistent) return;
    // Where it can be kept now, it is.
    for (const [key, secret] of inMemory)
      try {
        encrypt(key, secret);
      } catch (error) {
        log.event('secrets', `still kept for this run only: ${String(error)}`);
      }
  }

  async function put(account: string, origin: string, secret: string): Promise<SecretState> {
    const key = keyOf(account, origin);
    known(secret);
    try {
      if (backend().persistent) {
        encrypt(key, secret);
        return state(account, origin);
      }
      drop((one) => one === key); // else the old one would be back at the next start
    } catch (error) {
      log.event(
        'secrets',
        `kept for this run only: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    inMemory.set(key, secret);
    return state(account, origin);
  }

  return {
    open: () => void backend(),
    retry,
    backend: () => found ?? null,
    get,
    put,
    state,
    forget: (account) => drop((key) => key.startsWith(`${account} `)),
    drop: (account, origin) => drop((key) => key === keyOf(account, origin)),
  };
}

const NAMES: { readonly [backend: string]: string } = {
  gnome_libsecret: 'GNOME Keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
};

/** Both are asked: libsecret may be chosen while nobody answers, and `basic_text` "encrypts" with a known key. */
function findBackend(safeStorage: SecretsDeps['safeStorage'], platform: NodeJS.Platform): SecretBackend {
  const available = safeStorage.isEncryptionAvailable();
  if (platform === 'darwin') return { name: 'macOS Keychain', persistent: available };
  if (platform === 'win32') return { name: 'Windows DPAPI', persistent: available };
  const name = NAMES[safeStorage.getSelectedStorageBackend()];
  return { name: name ?? '', persistent: available && name !== undefined };
}

/** `ae_l…9f`: enough to tell two tokens apart, nothing to use; short ones show nothing. */
export const hintOf = (secret: string): string =>
  secret.length < 16 ? '' : `${secret.slice(0, 4)}…${secret.slice(-2)}`;
