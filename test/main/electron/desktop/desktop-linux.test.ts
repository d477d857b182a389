import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBus as connectDesktop } from '../../../../scripts/desktop/bus.mjs';
import { startNotificationService } from '../../../../scripts/desktop/notification-service.mjs';
import { startTrayHost } from '../../../../scripts/desktop/tray-host.mjs';
import type { Clock } from '../../../../src-main/core/ports';
import { connectBus } from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import { createLinuxDesktop, type Presence } from '../../../../src-main/electron/desktop/desktop-linux';
import { NOTIFICATIONS } from '../../../../src-main/electron/toasts/notifications-name';
import { busCall, createSessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { heard, noBus, noDconf, startPrivateBus, type PrivateBus } from '../support/bus';
import { createFakeLog } from '../support/fakes';

describe.skipIf(noBus)('a Linux desktop', () => {
  let daemon: PrivateBus;
  beforeEach(async () => {
    daemon = await startPrivateBus();
  });
  afterEach(() => daemon.stop());

  const connect = (log = createFakeLog(), clock: Pick<Clock, 'after'> = createClock()) =>
    createSessionBus({ address: () => daemon.address, connect: connectBus, clock, log });

  test('tray host and notification service come and go', async () => {
    const bus = connect();
    const desktop = createLinuxDesktop(bus, noDconf);
    const tray = heard<Presence>();
    const toasts = heard<Presence>();
    desktop.onTrayHost(tray.tell);
    desktop.onNotifications(toasts.tell);
    expect([desktop.trayHost(), desktop.notifications()]).toEqual(['unknown', 'unknown']);
    await Promise.all([tray.first((is) => is === 'none'), toasts.first((is) => is === 'none')]);
    const host = await startTrayHost(daemon.address);
    const service = await startNotificationService(daemon.address);
    await Promise.all([tray.first((is) => is === 'there'), toasts.first((is) => is === 'there')]);
    expect(desktop.notificationOwner()).toMatch(/^:/);
    host.close();
    await service.close();
    await Promise.all([tray.first(() => tray.all.length === 3), toasts.first(() => toasts.all.length === 3)]);
    expect([tray.all, toasts.all]).toEqual([
      ['none', 'there', 'none'],
      ['none', 'there', 'none'],
    ]);
    bus.close();
  });

  test('who asks late is told what is known, and the first look waits for the panel’s own answer', async () => {
    const without = createLinuxDesktop(connect(), noDconf);
    await without.settled();
    const none = heard<Presence>();
    without.onTrayHost(none.tell);
    without.onNotifications(none.tell);
    expect(none.all).toEqual(['none', 'none']);

    const host = await startTrayHost(daemon.address);
    const service = await startNotificationService(daemon.address); // so that nothing else has to be asked
    const desktop = createLinuxDesktop(connect(), noDconf);
    await desktop.settled();
    expect(desktop.trayHost()).toBe('there');
    const late = heard<Presence>();
    desktop.onTrayHost(late.tell);
    expect(late.all).toEqual(['there']);
    host.close();
    await service.close();
  });

  test('a watcher handed from one to another: the tray went and came', async () => {
    const host = await startTrayHost(daemon.address);
    const bus = connect();
    const desktop = createLinuxDesktop(bus, noDconf);
    const tray = heard<Presence>();
    desktop.onTrayHost(tray.tell);
    await tray.first((is) => is === 'there');
    const { default: dbus } = await import('@particle/dbus-next');
    const next = dbus.sessionBus({ busAddress: daemon.address });
    // Waits in the queue of the name and gets it in the moment that the first leaves.
    await next.requestName('org.kde.StatusNotifierWatcher', 0);
    host.close();
    await tray.first(() => tray.all.length === 3);
    expect(tray.all).toEqual(['there', 'none', 'there']);
    next.disconnect();
    bus.close();
  });

  test('a watcher without a host is no tray, until a host registers', async () => {
    const bus = connect();
    const desktop = createLinuxDesktop(bus, noDconf);
    const tray = heard<Presence>();
    desktop.onTrayHost(tray.tell);
    await tray.first((is) => is === 'none');
    const watcher = await connectDesktop(daemon.address);
    const { variant } = await import('../../../../scripts/desktop/bus.mjs');
    const asked = heard<string>();
    await watcher.own('org.kde.StatusNotifierWatcher', '/StatusNotifierWatcher', {
      Get: () => {
        asked.tell('host?');
        return ['v', variant('b', false)];
      },
    });
    await asked.first(() => true);
    await watcher.hasOwner('org.example'); // its answer is through the bus
    await bus.call(busCall('GetId'), 30_000); // and here
    expect(tray.all).toEqual(['none']);
    watcher.emit(
      '/StatusNotifierWatcher',
      'org.kde.StatusNotifierWatcher',
      'StatusNotifierHostRegistered',
      '',
      [],
    );
    await tray.first((is) => is === 'there');
    watcher.close();
    bus.close();
  });

  test('a notification service that the bus would start is there', async () => {
    // The bare bus starts nothing, so the answer is put into its mouth.
    const real = connect();
    const startable = (): Promise<readonly unknown[]> =>
      new Promise((resolve) => setImmediate(resolve, [[NOTIFICATIONS.name]]));
    const desktop = createLinuxDesktop(
      {
        ...real,
        call: (asked, ms) => (asked.member === 'ListActivatableNames' ? startable() : real.call(asked, ms)),
      },
      noDconf,
    );
    await desktop.settled();
    expect(desktop.notifications()).toBe('there');
    real.close();
  });
});
