// The desktop of all cycles: a private session, a tray host, a notification service that can be listened to call by call.
//   startDesk()  → a Desk
import { startNotificationService } from '../../scripts/desktop/notification-service.mjs';
import { startSession } from '../../scripts/desktop/session.mjs';
import { startTrayHost } from '../../scripts/desktop/tray-host.mjs';
import { run, waitUntil } from '../../scripts/processes.mjs';

/** @typedef {Awaited<ReturnType<typeof startDesk>>} Desk */

export async function startDesk() {
  // The keyring keeps the token from one run to the next, as on a real desktop.
  const session = await startSession({ keyring: true });
  const tray = await startTrayHost(session.busAddress);
  /** @type {(member: string) => void} */
  let heard = () => {};
  const notes = await startNotificationService(session.busAddress, { onCall: (member) => heard(member) });
  const tool = (/** @type {readonly string[]} */ ...args) => run('xdotool', args, { env: session.env });

  // Without an item it throws at once.
  const clicked = async (/** @type {string} */ label) => tray.clickMenu(label);

  return {
    env: session.env,
    dir: session.dir,
    tray,
    notes,
    /** Told of every call to the notification service before it is answered; one listener at a time. */
    onCall: (/** @type {(member: string) => void} */ listener) => void (heard = listener),
    /** A person presses these keys, in whatever window has the focus. */
    press: (/** @type {string[]} */ ...keys) => tool('key', ...keys),
    /** The pointer rests where nothing is. */
    pointerAway: () => tool('mousemove', '1', '1'),
    /** An entry of the tray's menu, once it is there. @param {string} label @param {number} ms */
    choose: (label, ms) => waitUntil(() => clicked(label).catch(() => undefined), ms, `${label} in the tray`),
    async stop() {
      tray.close();
      await notes.close();
      await session.stop();
    },
  };
}
