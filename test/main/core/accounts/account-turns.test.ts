import { expect, test } from 'vitest';
import { LAB } from '../../../support/lab';
import { slowArchives } from './slow-archives';
import { MIN, started } from './started-accounts';

const OTHER = 'https://lab.example/other';

test('resumed while its address changes: the old one is asked no more', async () => {
  const { store, goOn } = slowArchives();
  const { commands, edit, clock, id, server, serverOf } = await started(['Lab'], ':memory:', { store });
  await commands.accountPause({ account: id, paused: true });
  server.log.length = 0;
  const edited = edit({ baseUrl: OTHER });
  const resumed = commands.accountPause({ account: id, paused: false });
  await clock.pass(MIN);
  goOn();
  await Promise.all([edited, resumed]);
  await clock.pass(MIN);
  expect(server.log).toEqual([]);
  expect(serverOf(OTHER).log.length).toBeGreaterThan(0);
});

test('given again while its address changes: nothing is asked until its history is put away', async () => {
  const { store, goOn } = slowArchives();
  const { app, edit, clock, server, serverOf } = await started(['Lab'], ':memory:', { store });
  const edited = edit({ baseUrl: OTHER });
  await clock.pass(MIN);
  server.log.length = 0;
  await app.provision({ accounts: [LAB] });
  await clock.pass(MIN);
  expect(server.log).toEqual([]);
  goOn();
  await edited;
  await clock.pass(MIN);
  expect(server.log).toEqual([]);
  expect(serverOf(OTHER).log.length).toBeGreaterThan(0);
});

test('what the old server says of one item only after the address changed is written nowhere', async () => {
  const { commands, edit, clock, server, serverOf, rows } = await started();
  const [row] = await rows();
  const { single } = server;
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  server.single = async (...given) => (await slow, single(...given));
  const asked = commands.inboxRefresh({ key: row!.key });
  const edited = edit({ baseUrl: OTHER });
  await clock.pass(MIN);
  await edited;
  serverOf(OTHER).add({ ts: (clock.now() - 1000) * 1000 });
  await clock.pass(MIN);
  answer();
  await asked;
  const live = (await rows()).filter((one) => one.live);
  expect([live.length, live[0]?.key.ts === row!.key.ts]).toEqual([1, false]);
});
