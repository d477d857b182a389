import type { Accounts } from '../accounts/accounts';
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
  start,
  accounts,
  watchers,
  store,
  folder,
  onRows,
}: {
  readonly start: StartSample;
  readonly accounts: Accounts;
  readonly watchers: Watchers;
  readonly store: Store;
  /** The real history's folder, opened again when the sample ends. */
  readonly folder: string;
  readonly onRows: () => void;
}) {
  let beginning: Promise<string> | undefined;
  let running: { readonly sample: SampleServer; readonly ids: readonly string[] } | undefined;

  /** @param reopen the real history is wanted again (not at quit) */
  async function end(reopen = false): Promise<void> {
    if (!running) return;
    const { sample, ids } = running;
    running = undefined;
    for (const id of ids) {
      await watchers.end(id);
      accounts.remove(id);
    }
    if (reopen) {
      await store.open(folder);
      for (const account of accounts.all()) watchers.begin(account);
    } else await store.close();
    await sample.stop();
    onRows();
  }

  return {
    end,
    /** @returns the id of its inbox; two clicks are one */
    explore: (): Promise<string> => (beginning ??= begin().finally(() => (beginning = undefined))),
  };

  async function begin(): Promise<string> {
    if (running) return running.ids[0]!;
    const sample = await start();
    // Their history is closed meanwhile: what they read would go into the sample's folder and be thrown away.
    for (const { id } of accounts.all()) await watchers.end(id);
    const common = { baseUrl: sample.baseUrl, allowHttp: false } as const;
    const inbox = await accounts.put(
      { ...common, kind: 'inbox', name: 'Sample network', scheme: 'Token', token: sample.token },
      true,
    );
    const tenant = await accounts.put(
      { ...common, kind: 'tenant', name: 'Sample tenant', scheme: 'Bearer', token: sample.tenantToken },
      true,
    );
    running = { sample, ids: [inbox.id, tenant.id] };
    await store.open(sample.folder);
    watchers.begin(inbox);
    watchers.begin(tenant);
    onRows();
    return inbox.id;
  }
}
export type Sample = ReturnType<typeof createSample>;
