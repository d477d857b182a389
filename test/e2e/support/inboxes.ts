import { onTestFinished } from 'vitest';
import { startFaultServer } from '../../support/fault-server';
import { startDesk } from './desk';

/** Inboxes that are well at first, each on a server of its own that can be told to go wrong. */
export async function inboxes(...names: string[]) {
  const servers = await Promise.all(names.map(() => startFaultServer({ clock: { now: () => Date.now() } })));
  onTestFinished(() => Promise.all(servers.map((one) => one.down())).then(() => undefined));
  for (const { inbox } of servers)
    for (let i = 0; i < 20; i += 1) inbox.add({ ts: (Date.now() - (30 - i) * 60_000) * 1000, seen: true });
  const accounts = servers.map(({ origin }, i) => ({
    kind: 'inbox',
    name: names[i],
    baseUrl: origin,
    scheme: 'Token',
    token: 't-1',
  }));
  const { tray, launch, said, notes } = await startDesk();
  const app = await launch({
    provision: { accounts, preferences: { pollSeconds: 10, language: 'en' } },
    switches: ['--hidden'],
  });
  for (const name of names) await said(app, new RegExp(`first sync done · ${name}`));
  /** How often the app has said this line. */
  const count = (line: RegExp): number =>
    app
      .output()
      .split('\n')
      .filter((one) => line.test(one)).length;
  return { servers, app, count, notes, pollNow: () => tray.clickMenu('Poll now') };
}
