import { describe, expect, test } from 'vitest';
import { startNotificationService } from '../../../../scripts/desktop/notification-service.mjs';
import { connectBus as connectDesktop } from '../../../../scripts/desktop/bus.mjs';
import { createBubbleIds } from '../../../../src-main/electron/toasts/bubble-ids';
import { connectBus } from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import { createLinuxDesktop } from '../../../../src-main/electron/desktop/desktop-linux';
import { NOTIFICATIONS } from '../../../../src-main/electron/toasts/notifications-name';
import { createSessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { createLinuxToaster } from '../../../../src-main/electron/toasts/toaster-linux';
import { createFakeClock, settle } from '../../../support/fake-clock';
import { heard, noBus, noDconf } from '../support/bus';
import { createFakeFile, createFakeLog } from '../support/fakes';
import { onPrivateBus, PARTS, TOAST } from '../support/linux-toaster';

describe.skipIf(noBus)('the service behind the toasts', () => {
  const { address, kill, closeWith, setUp } = onPrivateBus();

  /** The next run of the app, with what the last one wrote down; it has not asked the bus for anything yet. */
  function startAgain(file: ReturnType<typeof createFakeFile>) {
    const bus = createSessionBus({
      address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    const again = createLinuxToaster({
      bus,
      desktop: createLinuxDesktop(bus, noDconf),
      ...PARTS,
      ids: createBubbleIds({ file, clock: createFakeClock() }),
      sounds: { fileOf: () => Promise.resolve(undefined), play: () => Promise.resolve('played') },
    });
    return { again, bus };
  }

  test('no service: said at once; one that comes is used, with its own capabilities and ids', async () => {
    const { toaster, presence } = await setUp({ withService: false });
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
    const first = await startNotificationService(address());
    await presence.first((is) => is === 'there');
    expect(await toaster.show({ ...TOAST, body: '<' })).toEqual({ state: 'shown' });
    expect(first.shown()[0]?.body).toBe('&lt;');
    await first.close();
    await presence.first((is) => is === 'none' && presence.all.length === 3);
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
    const second = await startNotificationService(address(), { capabilities: ['body'] });
    await presence.first((is) => is === 'there' && presence.all.length === 4);
    await toaster.show({ ...TOAST, body: '<' });
    expect(second.shown()).toMatchObject([{ replaces: 0, body: '<', actions: [] }]);
    await second.close();
  });

  test('the service starts anew: what stood is gone, said once, and its next is a new bubble', async () => {
    const { service, toaster, gone, presence } = await setUp();
    await toaster.show(TOAST);
    await toaster.show({ ...TOAST, tag: 'b' });
    service.closed(2);
    await toaster.show({ ...TOAST, tag: 'c' });
    await service.close();
    await presence.first((is) => is === 'none');
    const next = await startNotificationService(address());
    await presence.first(() => presence.all.length === 3);
    await toaster.show({ ...TOAST, title: 'again' });
    expect(next.shown()).toMatchObject([{ summary: 'again', replaces: 0 }]);
    expect(gone.all).toEqual(['a c']);
    await next.close();
  });

  test('the app starts anew: its bubbles are still its own', async () => {
    const file = createFakeFile();
    const first = await setUp({ file });
    await first.toaster.show(TOAST);
    await first.toaster.show({ ...TOAST, tag: 'b' });
    await first.fileClock.pass(300);
    const { again, bus } = startAgain(file);
    const acts = heard<string>();
    again.onAct((tag, act) => acts.tell(`${tag} ${act}`));
    await again.show({ ...TOAST, title: 'two' });
    first.service.action(2, 'seen');
    expect(await acts.first(() => true)).toBe('b seen');
    again.withdraw('b');
    await again.show({ ...TOAST, tag: 'c' });
    expect(first.service.shown().map(({ replaces }) => replaces)).toEqual([0, 0, 1, 0]);
    expect(first.service.closedByCall()).toEqual([2]);
    bus.close();
  });

  test('what an earlier run left is withdrawn, also where that is asked before the bus has answered', async () => {
    const file = createFakeFile();
    const calls = heard<string>();
    const first = await setUp({ file, service: { onCall: calls.tell } });
    await first.toaster.show(TOAST);
    await first.fileClock.pass(300);
    const { again, bus } = startAgain(file);
    again.withdraw('never shown');
    again.withdraw(TOAST.tag);
    await calls.first((member) => member === 'CloseNotification');
    expect(first.service.closedByCall()).toEqual([1]);
    bus.close();
  });

  test('a refusal of the bus comes with its name', async () => {
    const { toaster, service } = await setUp();
    await service.close();
    const stubborn = await connectDesktop(address());
    await stubborn.own(NOTIFICATIONS.name, NOTIFICATIONS.path, {}); // knows no method at all
    await stubborn.hasOwner(NOTIFICATIONS.name);
    const outcome = await toaster.show(TOAST);
    expect(outcome).toMatchObject({
      state: 'failed',
      code: 'org.freedesktop.DBus.Error.UnknownMethod',
      reason: expect.stringMatching(/GetCapabilities/) as string,
    });
    stubborn.close();
  });

  test('the first toast of a start waits for the first look at the bus', async () => {
    const service = await startNotificationService(address());
    const bus = createSessionBus({
      address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    const desktop = createLinuxDesktop(bus, noDconf);
    const toaster = createLinuxToaster({
      bus,
      desktop,
      ...PARTS,
      ids: createBubbleIds({ file: createFakeFile(), clock: createFakeClock() }),
      sounds: { fileOf: () => Promise.resolve(undefined), play: () => Promise.resolve('played') },
    });
    expect(desktop.notifications()).toBe('unknown');
    expect(await toaster.show(TOAST)).toEqual({ state: 'shown' });
    closeWith(() => {
      bus.close();
      void service.close();
    });
  });

  test('a service that takes the call and never answers: failed after 10 s, the app goes on', async () => {
    const clock = createFakeClock();
    const { toaster } = await setUp({ service: { silent: true }, clock });
    let outcome: unknown;
    void toaster.show(TOAST).then((said) => (outcome = said));
    await clock.pass(9_999);
    expect(outcome).toBeUndefined();
    await clock.pass(1);
    await settle();
    expect(outcome).toEqual({ state: 'no-answer' });
  });

  test('the bus dies while a toast waits: failed, with words', async () => {
    const { toaster, presence } = await setUp({ service: { silent: true } });
    const outcome = toaster.show(TOAST);
    await kill();
    expect(await outcome).toEqual({ state: 'failed', code: '', reason: 'the message bus is gone' });
    await presence.first((is) => is === 'none');
    expect(await toaster.show(TOAST)).toEqual({ state: 'no-service' });
  });
});
