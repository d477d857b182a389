import { expect, test } from 'vitest';
import { slowArchives } from './slow-archives';
import { MIN, started } from './started-accounts';

test('resumed while its address changes: the old one is asked no more', async () => {
  const { store, goOn } = slowArchives();
  const { commands, edit, clock, id, server, serverOf } = await started(['Lab'], ':memory:', { store });
  await commands.accountPause({ account: id, paused: true });
  server.log.length = 0;
  const edited = edit({ baseUrl: 'https://lab.example/other' });
  const resumed = commands.accountPause({ account: id, paused: false });
  await clock.pass(MIN);
  goOn();
  await Promise.all([edited, resumed]);
  await clock.pass(MIN);
  expect(server.log).toEqual([]);
  expect(serverOf('https://lab.example/other').log.length).toBeGreaterThan(0);
});
