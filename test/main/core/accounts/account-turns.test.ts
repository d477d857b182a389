import { expect, test } from 'vitest';
import type { Store } from '../../../../src-main/core/store-port';
import { createFakeClock } from '../../../support/fake-clock';
import { createInlineStore } from '../../../support/fake-desktop';
import { MIN, started } from './started-accounts';

/** A history whose archives wait until they are let go on. */
function slowArchives() {
  const real = createInlineStore(() => createFakeClock().now());
  let goOn = (): void => undefined;
  const may = new Promise<void>((resolve) => (goOn = resolve));
  const archive: Store['archive'] = async (id) => (await may, real.archive(id));
  const store = new Proxy(real, {
    get: (_, name: keyof Store) => (name === 'archive' ? archive : real[name]),
  });
  return { store, goOn };
}
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
