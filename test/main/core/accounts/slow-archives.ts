import type { Store } from '../../../../src-main/core/store-port';
import { createFakeClock } from '../../../support/fake-clock';
import { createInlineStore } from '../../../support/fake-desktop';

/** A history whose archives wait until they are let go on. */
export function slowArchives() {
  const real = createInlineStore(createFakeClock().now);
  let goOn = (): void => undefined;
  const may = new Promise<void>((resolve) => (goOn = resolve));
  const archive: Store['archive'] = async (...given) => (await may, real.archive(...given));
  const store = new Proxy(real, {
    get: (_, name: keyof Store) => (name === 'archive' ? archive : real[name]),
  });
  return { store, goOn };
}
