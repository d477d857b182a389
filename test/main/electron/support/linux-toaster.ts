import { afterEach, beforeEach } from 'vitest';
import { startNotificationService } from '../../../../scripts/desktop/notification-service.mjs';
import type { Clock, Sound, ToastLook, ToastView } from '../../../../src-main/core/ports';
import { createBubbleIds } from '../../../../src-main/electron/toasts/bubble-ids';
import { connectBus } from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import { createLinuxDesktop } from '../../../../src-main/electron/desktop/desktop-linux';
import { createSessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { createLinuxToaster } from '../../../../src-main/electron/toasts/toaster-linux';
import { createFakeClock } from '../../../support/fake-clock';
import { heard, noDconf, startPrivateBus, type PrivateBus } from './bus';
import { createFakeFile, createFakeLog } from './fakes';

export const TOAST: ToastView = {
  tag: 'a',
  title: 'Agent 4 is offline',
  body: 'Lab Warsaw · 14:02',
  urgency: 'normal',
  look: 'major',
  about: 'lost',
  buttons: ['seen'],
  sound: null,
};

export const PARTS = {
  labels: () => ({ open: 'Open', seen: 'Seen', snooze: 'Snooze 1 h' }),
  pictureOf: (look: ToastLook | null) =>
    Promise.resolve(look === null ? undefined : `file:///pictures/${look}.png`),
};

type LinuxToasterOptions = Parameters<typeof startLinuxToaster>[1];

/** For each test of a file a bus of its own; `setUp`: a toaster on it, closed with the test. */
export function onPrivateBus() {
  let daemon: PrivateBus;
  let close: () => void;
  beforeEach(async () => {
    daemon = await startPrivateBus();
  });
  afterEach(async () => {
    close();
    await daemon.stop();
  });
  return {
    address: (): string => daemon.address,
    kill: () => daemon.kill(),
    closeWith: (act: () => void): void => void (close = act),
    async setUp(options: LinuxToasterOptions = {}) {
      const started = await startLinuxToaster(daemon.address, options);
      close = started.close;
      return started;
    },
  };
}

/** The toaster on this bus, with a notification service (unless it is to be without). */
async function startLinuxToaster(
  address: string,
  {
    service: options = {},
    clock = createClock() as Pick<Clock, 'after'>,
    withService = true,
    file = createFakeFile(),
  } = {},
) {
  const service = withService ? await startNotificationService(address, options) : undefined;
  const bus = createSessionBus({
    address: () => address,
    connect: connectBus,
    clock,
    log: createFakeLog(),
  });
  const desktop = createLinuxDesktop(bus, noDconf);
  const played: Sound[] = [];
  const fileClock = createFakeClock();
  const presence = heard<string>();
  desktop.onNotifications(presence.tell);
  const toaster = createLinuxToaster({
    bus,
    desktop,
    ...PARTS,
    ids: createBubbleIds({ file, clock: fileClock }),
    sounds: {
      fileOf: ({ look, volume }) => Promise.resolve(`/sounds/${look}-${volume}.wav`),
      play: (sound) => (played.push(sound), Promise.resolve('played')),
    },
  });
  const clicks = heard<string>();
  toaster.onAct((tag, act) => clicks.tell(act === 'open' ? tag : `${tag} ${act}`));
  const gone = heard<string>();
  toaster.onGone((tags) => gone.tell(tags.join(' ')));
  await presence.first((is) => is === (withService ? 'there' : 'none'));
  const close = (): void => {
    bus.close();
    void service?.close();
  };
  return { service: service!, toaster, clicks, gone, presence, played, fileClock, close };
}
