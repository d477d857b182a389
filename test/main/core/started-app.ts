import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Account } from '../../../src-shared/account';
import { createCommands } from '../../../src-main/core/commands';
import { createFakeClock } from '../../support/fake-clock';
import { startTestApp } from '../../support/fake-desktop';
import { createFakeServer, type FakeServer } from '../../support/fake-server';
import { LAB } from '../../support/lab';

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-core-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** One server an account, by its base URL. */
export async function started(
  given: Partial<Parameters<typeof startTestApp>[1]> = {},
  names: readonly string[] = ['Lab'],
) {
  let dice = 0;
  const clock = { ...createFakeClock(), random: () => (dice = (dice + 0.137) % 1) };
  const servers = new Map<string, FakeServer>();
  const serverOf = (name: string): FakeServer => {
    const server = servers.get(name) ?? createFakeServer(clock);
    servers.set(name, server);
    return server;
  };
  const apis = {
    inbox: ({ name }: Account) => serverOf(name),
    tenant: () => ({}) as never,
    forget: () => undefined,
  };
  const start = async (more: typeof given = {}) => {
    const tested = startTestApp(clock, { apis, ...given, ...more });
    for (const name of names)
      await tested.app.provision({
        accounts: [{ ...LAB, name, baseUrl: `https://${name.toLowerCase()}.example` }],
      });
    await tested.app.start();
    await clock.pass(1000);
    return { ...tested, commands: createCommands(tested.app), state: () => tested.app.state() };
  };
  for (const name of names)
    for (let i = 0; i < 3; i += 1) serverOf(name).add({ ts: (clock.now() - (9 - i) * 1000) * 1000 });
  return { clock, serverOf, start, server: serverOf(names[0]!) };
}

export const titles = (tested: { toaster: { shown: { title: string }[] } }): string[] =>
  tested.toaster.shown.map(({ title }) => title);
