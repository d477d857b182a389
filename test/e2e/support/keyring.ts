import { onTestFinished } from 'vitest';
import { connectBus, variant } from '../../../scripts/desktop/bus.mjs';
import { busAddress } from './launch-app';

const SERVICE = 'org.freedesktop.secrets';
const ROOT = '/org/freedesktop/secrets';
const ALL = 'org.freedesktop.Secret.Service';
/** As `scripts/desktop/session.mjs` sets it. */
const PASSWORD = 'a session of its own';

/** The keyring of this test's desktop; open again when the test ends. */
export async function openKeyring() {
  const bus = await connectBus(busAddress());
  const [collection] = await bus.call(SERVICE, ROOT, ALL, 'ReadAlias', 's', ['default']);
  async function unlock(): Promise<void> {
    const [, session] = await bus.call(SERVICE, ROOT, ALL, 'OpenSession', 'sv', ['plain', variant('s', '')]);
    // GNOME Keyring's own: `Unlock` would ask somebody for the password.
    const own = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
    const secret = [session, Buffer.alloc(0), Buffer.from(PASSWORD), 'text/plain'];
    await bus.call(SERVICE, ROOT, own, 'UnlockWithMasterPassword', 'o(oayays)', [collection, secret]);
  }
  onTestFinished(async () => {
    await unlock();
    bus.close();
  });
  return {
    unlock,
    lock: (): Promise<unknown> => bus.call(SERVICE, ROOT, ALL, 'Lock', 'ao', [[collection]]),
  };
}
