import type { Account } from '../../../../src-shared/account';
import { fail } from '../../../../src-shared/app-error';
import type { Input } from '../../../../src-shared/ipc';
import type { AppDeps } from '../../../../src-main/core/app-deps';
import { createCommands } from '../../../../src-main/core/commands';
import type { InboxApi } from '../../../../src-main/core/ports';
import { createFakeClock } from '../../../support/fake-clock';
import { createInlineStore, startTestApp } from '../../../support/fake-desktop';
import { createFakeServer, type FakeServer } from '../../../support/fake-server';
import { LAB } from '../../../support/lab';
import { refusing } from '../../../support/refusing-store';

export const MIN = 60_000;

/**
 * Accounts on servers by their address; each request needs the token that this address has. The history and the file of
 * accounts may refuse.
 */
export async function started(
  names: readonly string[] = ['Lab'],
  folder = ':memory:',
  given: Partial<AppDeps> = {},
) {
  let dice = 0;
  const clock = { ...createFakeClock(), random: () => (dice = (dice + 0.137) % 1) };
  const servers = new Map<string, FakeServer>();
  const serverOf = (address: string): FakeServer => {
    const server = servers.get(address) ?? createFakeServer(clock);
    servers.set(address, server);
    return server;
  };
  const tokens: (string | undefined)[] = [];
  const inbox = ({ baseUrl }: Account, token: () => string | undefined): InboxApi => {
    const server = serverOf(baseUrl);
    return { ...server, list: (query) => (tokens.push(token()), server.list(query)) };
  };
  const apis = { inbox, tenant: () => ({}) as never, forget: () => undefined };
  const { store, refused } = refusing(createInlineStore(() => clock.now()));
  const disk = { refuses: false };
  const write = (written: readonly Account[]): void => {
    if (disk.refuses) throw fail('storage', { detail: 'accounts.json' });
    tested.files.accounts = written;
  };
  const tested = startTestApp(clock, {
    apis,
    store,
    folder,
    accountsFile: { read: () => [], write },
    ...given,
  });
  for (const name of names) {
    const baseUrl = `https://${name.toLowerCase()}.example`;
    for (let i = 0; i < 3; i += 1) serverOf(baseUrl).add({ ts: (clock.now() - (9 - i) * 1000) * 1000 });
    await tested.app.provision({ accounts: [{ ...LAB, name, baseUrl }] });
  }
  await tested.app.start();
  await clock.pass(1000);
  const commands = createCommands(tested.app);
  const accounts = () => tested.app.state().accounts;
  const { id } = accounts()[0]!;
  const titles = (): string[] => tested.toaster.shown.map(({ title }) => title);
  const edit = (change: Partial<Input<'accountEdit'>>): Promise<null> => {
    const { kind: _, token: __, ...lab } = LAB;
    return Promise.resolve(commands.accountEdit({ ...lab, account: id, ...change }));
  };
  const failed = (act: () => unknown): Promise<unknown> =>
    Promise.resolve()
      .then(act)
      .catch((error: { failure?: { kind: string } }) => error.failure?.kind ?? error);
  const rows = async () => (await tested.app.store.query({}, 0, 100)).rows;
  return {
    ...tested,
    apis,
    clock,
    refused,
    disk,
    server: serverOf(LAB.baseUrl),
    serverOf,
    tokens,
    commands,
    accounts,
    id,
    titles,
    edit,
    failed,
    rows,
  };
}
