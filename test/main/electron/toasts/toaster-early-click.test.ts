import { expect, test } from 'vitest';
import type { BusSignal } from '../../../../src-main/electron/desktop/bus-connection';
import type { SessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { createBubbleIds } from '../../../../src-main/electron/toasts/bubble-ids';
import { createLinuxToaster } from '../../../../src-main/electron/toasts/toaster-linux';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeFile } from '../support/fakes';

const SERVICE = ':1.7';

/** A bus whose service emits a signal in one piece with the answer to `Notify`, before it. */
function busWith(member: string): SessionBus {
  let hear: (signal: BusSignal) => void = () => undefined;
  return {
    ready: Promise.resolve(),
    id: () => 'bus',
    watchName: () => undefined,
    onSignal: (_name, listener) => {
      hear = listener;
    },
    call: (call) => {
      if (call.member !== 'Notify') return Promise.resolve([['body', 'actions']]);
      hear({ sender: SERVICE, member, body: [42, 'default'] } as unknown as BusSignal);
      return Promise.resolve([42]);
    },
    close: () => undefined,
  };
}

test.for([
  { member: 'ActionInvoked', clicks: ['a'] },
  { member: 'NotificationClosed', clicks: [] },
])('$member that is read before the id is known counts all the same', async ({ member, clicks }) => {
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
    sounds: { fileOf: () => undefined, play: () => Promise.resolve('played') },
  });
  toaster.onAct((tag) => void told.push(tag));
  expect(
    await toaster.show({
      tag: 'a',
      title: 't',
      body: 'b',
      urgency: 'normal',
      look: null,
      about: null,
      buttons: [],
      sound: null,
    }),
  ).toEqual({
    state: 'shown',
  });
  await new Promise((turn) => setImmediate(turn));
  expect(told).toEqual(clicks);
});
