import { toFailure } from '../../../src-shared/app-error';
import type { Accounts } from '../accounts/accounts';
import type { Log } from '../ports';
import type { Store } from '../store-port';
import type { Watchers } from '../watching/watchers';

/** The embedded sample server, running; `folder` is a throw-away one for its history. */
export interface SampleServer {
  readonly baseUrl: string;
  readonly token: string;
  readonly tenantToken: string;
  readonly folder: string;
  /** Ends the server and removes the folder. */
  stop(): Promise<void>;
}
export type StartSample = () => Promise<SampleServer>;

/** "Explore with sample data": an account like any other, in a folder of its own, both gone at quit. */
export function createSample({
  startSample,
  accounts,
  watchers,
  store,
  folder,
  log,
  onRows,
}: {
  readonly startSample: StartSample;
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly store: Store;
  /** The real history's folder, opened again when the sample ends. */
  readonly folder: string;
  readonly log: Log;
  readonly onRows: () => void;
}) {
  /** `away`: the real history is closed, or about to be. */
  let running: { readonly sample: SampleServer; readonly ids: string[]; away: boolean } | undefined;

  /** What is wrong with it matters no more. */
  async function letGo(id: string): Promise<void> {
    try {
      await watchers.end(id);
      accounts.remove(id);
    } catch (error) {
      log.event('sample', toFailure(error).detail);
    }
  }

  /**
   * Whatever fails on the way, the real accounts are watched again and the server stops.
   * @param reopen the real history is wanted again (not at quit)
   */
  async function end(reopen = false): Promise<void> {
    if (!running) return;
    const { sample, ids, away } = running;
    try {
      for (const id of ids.splice(0)) await letGo(id);
      if (away) await (reopen ? store.open(folder) : store.close());
    } finally {
      running = undefined;
      watchers.explore(false);
      if (reopen) for (const { id } of accounts.all()) watchers.begin(id);
      onRows();
      await sample.stop();
    }
  }

  /** @returns the id of its inbox */
  async function begin(): Promise<string> {
    if (running) return running.ids[0]!;
    const sample = await startSample();
    running = { sample, ids: [], away: false };
    try {
      return await fill(running);
    } catch (error) {
      await end(true).catch((later: unknown) => log.event('sample', toFailure(later).detail));
      throw error;
    }
  }

  async function fill(begun: NonNullable<typeof running>): Promise<string> {
    const { sample, ids } = begun;
    watchers.explore(true);
    // Their history is closed meanwhile: what they read would go into the sample's folder and be thrown away.
    for (const { id } of accounts.all()) await watchers.end(id);
    const common = { baseUrl: sample.baseUrl, allowHttp: false } as const;
    const inbox = await accounts.put(
      { ...common, kind: 'inbox', name: 'Sample network', scheme: 'Token', token: sample.token },
      true,
    );
    ids.push(inbox.id);
    const tenant = await accounts.put(
      { ...common, kind: 'tenant', name: 'Sample tenant', scheme: 'Bearer', token: sample.tenantToken },
      true,
    );
    ids.push(tenant.id);
    begun.away = true;
    await store.open(sample.folder);
    for (const id of ids) watchers.begin(id);
    onRows();
    return inbox.id;
  }

  /** To be called one after the other (`account-changes.ts`): each leaves another history open. */
  return { begin, end, isOn: (): boolean => running !== undefined };
}
export type Sample = ReturnType<typeof createSample>;
