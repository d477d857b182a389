import type { Account } from '../../../src-shared/account';
import { fail } from '../../../src-shared/app-error';
import { createUrlMarks } from '../../../src-shared/tenant-settings';
import { originOf, type Accounts } from '../accounts/accounts';
import type { Connection } from '../accounts/connection-test';
import { createOrigins } from './origins';
import { withExpiry } from '../accounts/expired-token';
import { createPoller, type Poller, type PollerDeps } from './poller';
import type { InboxApi, TenantApi } from '../ports';
import type { Poll } from '../alerts-port';
import type { TenantHistory } from '../tenant/tenant-history';
import { createTenantSettings, type TenantService } from '../tenant/tenant-settings';

export interface Apis {
  inbox(account: Account, token: () => string | undefined): InboxApi;
  tenant(account: Account, token: () => string | undefined): TenantApi;
  /** The account is gone: its connections too. */
  forget(account: string): void;
}

/** The session of connection tests. */
const TEST_ID = 'test';

type Shared = Omit<
  PollerDeps,
  'account' | 'name' | 'api' | 'way' | 'onState' | 'onArrivals' | 'onLinkFailed'
>;

export interface WatchersDeps extends Shared {
  readonly accounts: Accounts;
  readonly apis: Apis;
  readonly history: TenantHistory;
  readonly onState: (account: string) => void;
  readonly onArrivals: (account: string, poll: Poll) => Promise<void>;
  readonly onLinkFailed: (account: string) => void;
}

/** One poller an inbox, one settings service a tenant; they come and go with the accounts. One failing changes nothing for another. */
export function createWatchers(deps: WatchersDeps) {
  const { accounts, apis } = deps;
  const pollers = new Map<string, Poller>();
  const tenants = new Map<string, TenantService>();
  const markOf = createUrlMarks();
  /** The history that is open is the samples'. */
  let exploring = false;
  /** About to be other inboxes: what their old servers said is being put away. */
  const moving = new Set<string>();
  let versions = 0;
  const nextVersion = (): number => (versions += 1);
  const origins = createOrigins(deps.clock, deps.interval);
  const tokenOf = (account: Account) => (): string | undefined => {
    const token = accounts.token(account);
    if (token === undefined && accounts.secret(account).stored === 'locked') throw fail('token-locked');
    return token;
  };

  /**
   * As it is by now: what was known of it may be old after a wait. Nothing is asked for one that is gone, paused, or only
   * kept to be read.
   */
  function begin(id: string): void {
    const account = accounts.all().find((one) => one.id === id);
    if (!account || account.archivedAt !== undefined || account.pausedAt !== undefined) return;
    // It would be read into a history that is not its own, or its old server's into the new one.
    if (accounts.isSample(id) !== exploring || moving.has(id)) return;
    const { name } = account;
    if (account.kind === 'tenant') {
      const api = apis.tenant(account, tokenOf(account));
      const { clock, log, history } = deps;
      const parts = { account: id, api, clock, log, history: history.of(account), nextVersion, markOf };
      tenants.set(id, createTenantSettings(parts));
      return;
    }
    const poller = createPoller({
      ...deps,
      account: id,
      name,
      api: withExpiry(apis.inbox(account, tokenOf(account)), () => accounts.token(account), deps.clock),
      way: origins.wayTo(originOf(account)),
      onState: () => deps.onState(id),
      onArrivals: (poll) => deps.onArrivals(id, poll),
      onLinkFailed: () => deps.onLinkFailed(id),
    });
    // Two restarts at once: the later one's takes its place, and none is left to poll unseen.
    void pollers.get(id)?.stop();
    pollers.set(id, poller);
    poller.start();
  }

  async function end(id: string, drainMs = 0): Promise<void> {
    const poller = pollers.get(id);
    pollers.delete(id);
    tenants.delete(id);
    await poller?.stop(drainMs);
  }

  function poller(id: string): Poller {
    const found = pollers.get(accounts.reachable(id).id);
    if (!found) throw fail('gone');
    return found;
  }

  return {
    begin,
    end,
    poller,
    /** From now on the samples alone begin; `false`: all others alone. */
    explore: (on: boolean): void => void (exploring = on),
    /** From now on it is not begun, whoever asks; `false`: it is again. */
    move: (id: string, on: boolean): void => void (on ? moving.add(id) : moving.delete(id)),
    /** Anew, with another token, name or address. */
    async restart(id: string): Promise<void> {
      await end(id);
      begin(id);
    },
    find: (id: string): Poller | undefined => pollers.get(id),
    tenant(id: string): TenantService {
      const found = tenants.get(id);
      if (!found) throw fail('gone');
      return found;
    },
    /** Polls an account out of its turn, where polls go well: a server in trouble is not to be asked more often. */
    settle(id: string): void {
      const found = pollers.get(id);
      if (found?.state().health.state === 'watching')
        void found.nudge().catch((error: unknown) => deps.log.bug(error));
    },
    kickAll: (): Promise<unknown> => Promise.all([...pollers.values()].map((one) => one.kick())),
    /** Of their own accord: what a server asked for with `Retry-After` is kept. */
    nudgeAll: (): Promise<unknown> => Promise.all([...pollers.values()].map((one) => one.nudge())),
    endAll: (drainMs: number): Promise<unknown> =>
      Promise.all([...pollers.keys()].map((id) => end(id, drainMs))),
    async forget(id: string, drainMs = 0): Promise<void> {
      await end(id, drainMs);
      apis.forget(id);
    },
    /** For the connection test: an account that is not one yet. */
    inboxOf: (connection: Connection): InboxApi =>
      withExpiry(
        apis.inbox(testOf(connection), () => connection.token),
        () => connection.token,
        deps.clock,
      ),
    tenantOf: (connection: Connection): TenantApi => apis.tenant(testOf(connection), () => connection.token),
  };
}
const testOf = ({ kind, baseUrl, scheme, header, allowHttp }: Connection): Account => ({
  id: TEST_ID,
  name: 'test',
  kind,
  baseUrl,
  scheme,
  allowHttp,
  ...(header !== undefined && { header }),
});

export type Watchers = ReturnType<typeof createWatchers>;
