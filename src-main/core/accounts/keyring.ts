import type { KeyringAnswer, SecretState } from '../../../src-shared/app-state';
import type { Account } from '../../../src-shared/account';
import type { Keyring, Log, Restart, Secrets } from '../ports';
import type { Watchers } from '../watching/watchers';
import type { Accounts } from './accounts';

export interface KeyringDeps {
  readonly accounts: Pick<Accounts, 'all' | 'secret'>;
  readonly secrets: Pick<Secrets, 'retry' | 'backend'>;
  readonly watchers: Pick<Watchers, 'restart'>;
  readonly keyring: Keyring;
  readonly restart: Restart;
  readonly log: Log;
  readonly onChange: () => void;
}

/**
 * A keyring that was locked when Tocsin started, and is unlocked later: asked again on a click, after sleep or a locked
 * screen, and when the desktop says that it is open. On Linux Chromium asks once in the life of a process and keeps to the
 * answer (tried with Electron 33), so where the keyring is open and we still get nothing only a new start helps: by itself
 * while no window is shown, else on a click.
 */
export function createKeyring(deps: KeyringDeps) {
  const { accounts, secrets, watchers, keyring, log } = deps;
  const storedAs = (...ways: readonly SecretState['stored'][]): readonly Account[] =>
    accounts
      .all()
      .filter((one) => one.archivedAt === undefined && ways.includes(accounts.secret(one).stored));
  /** Kept on disk and not opened; or kept for this run alone, since there was nowhere else. */
  const waiting = () => storedAs('locked', 'session');

  async function ask(): Promise<KeyringAnswer> {
    const before = waiting();
    if (before.length === 0) return 'open';
    secrets.retry();
    const after = waiting();
    const opened = before.filter((one) => !after.includes(one));
    for (const account of opened) {
      log.event('secrets', `${account.name}: its token is there again`);
      await watchers.restart(account.id);
    }
    deps.onChange();
    if (after.length === 0) return 'open';
    const backend = secrets.backend();
    // It is open, and what is kept was closed by another one.
    if (backend?.persistent === true) return 'changed';
    const isThere = backend !== null && backend.name !== '';
    return isThere && (await keyring.isOpen()) !== false ? 'restart' : 'locked';
  }

  /**
   * Of its own accord, where nobody may be there to be asked. What is kept for this run alone would be lost with it: then
   * the person decides.
   */
  async function askQuietly(): Promise<void> {
    if (storedAs('locked').length === 0 || (await keyring.isOpen()) === false) return;
    if ((await ask()) !== 'restart' || storedAs('session').length > 0) return;
    if ((await keyring.isOpen()) === true) deps.restart({ ofItself: true });
  }
  const quietly = (): void => void askQuietly().catch((error: unknown) => log.bug(error));
  keyring.onChange(quietly);

  return {
    /** By a person. */
    ask,
    /** Awake again, or the screen is unlocked: the keyring may be, too. */
    woke: quietly,
    /** Ends Tocsin and starts it again. */
    restart: (): void => deps.restart({ ofItself: false }),
  };
}
