import { expect, test } from 'vitest';
import type { BusSignal } from '../../../../src-main/electron/desktop/bus-connection';
import type { SessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { createBubbleIds } from '../../../../src-main/electron/toasts/bubble-ids';
import { createLinuxToaster } from '../../../../src-main/electron/toasts/toaster-linux';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeFile } from '../support/fakes';

const SERVICE = ':1.7';

/** A bus whose service emits a signal in one piece with each answer to `Notify`, before it. */
function busWith(member: string): SessionBus {
  let hear: (signal: BusSignal) => void = () => undefined;
  let lastId = 41;
  return {
    ready: Promise.resolve(),
    id: () => 'bus',
    watchName: () => undefined,
    onSignal: (_name, listener) => {
      hear = listener;
    },
    call: (call) => {
      if (call.member !== 'Notify') return Promise.resolve([['body', 'actions']]);
      lastId += 1;
      hear({ sender: SERVICE, member, body: [lastId, 'default'] } as unknown as BusSignal);
      return Promise.resolve([lastId]);
    },
    close: () => undefined,
  };
}

test.for([
  { member: 'ActionInvoked', clicks: ['a', 'b'] },
  { member: 'NotificationClosed', clicks: [] },
])(
  '$member that is read before the id is known counts all the same, for each of two at once',
  async ({ member, clicks }) => {
    const told: string[] = [];
    const toaster = createLinuxToaster({
      bus: busWith(member),
      desktop: {
        notifications: () => 'there',
        doNotDisturb: () => 'unknown',
        notificationOwner: () => SERVICE,
        settled: () => Promise.resolve(),
      },
      ids: createBubbleIds({ file: createFakeFile(), clock: createFakeClock() }),
      labels: () => ({ open: 'Open', seen: 'Seen', snooze: 'Snooze' }),
      pictureOf: () => undefined,
      sounds: { fileOf: () => Promise.resolve(undefined), play: () => Promise.resolve('played') },
    });
    toaster.onAct((tag) => void told.push(tag));
    const show = (tag: string) =>
      toaster.show({
        tag,
        title: 't',
        body: 'b',
        urgency: 'normal',
        look: null,
        about: null,
        buttons: [],
        sound: null,
      });
    expect(await Promise.all([show('a'), show('b')])).toEqual([{ state: 'shown' }, { state: 'shown' }]);
    await new Promise((turn) => setImmediate(turn));
    expect(told).toEqual(clicks);
  },
);
