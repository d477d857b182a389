import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBus as connectDesktop, variant, type Bus } from '../../../../scripts/desktop/bus.mjs';
import { startNotificationService } from '../../../../scripts/desktop/notification-service.mjs';
import type { DoNotDisturb } from '../../../../src-shared/app-state';
import { connectBus } from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import type { ReadDconf } from '../../../../src-main/electron/desktop/dconf';
import { createDoNotDisturb } from '../../../../src-main/electron/toasts/do-not-disturb';
import { NOTIFICATIONS } from '../../../../src-main/electron/toasts/notifications-name';
import { createSessionBus, type SessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { heard, noBus, noDconf, startPrivateBus, type PrivateBus } from '../support/bus';
import { createFakeLog } from '../support/fakes';

const PROPERTIES = 'org.freedesktop.DBus.Properties';

test('a setting in a file is read once its changes are followed', async () => {
  const order: string[] = [];
  const read = heard<void>();
  const bus: SessionBus = {
    ready: Promise.resolve(),
    id: () => undefined,
    close: () => undefined,
    watchName: (_, listener) => listener(':1.1'),
    onSignal: (name) => void order.push(`follow ${name}`),
    call: ({ member }) => {
      order.push(member);
      return Promise.resolve(member === 'GetServerInformation' ? ['gnome-shell'] : []);
    },
  };
  createDoNotDisturb(bus, () => {
    order.push('read');
    read.tell();
    return Promise.resolve(undefined);
  });
  await read.first(() => true);
  expect(order).toEqual(['GetServerInformation', 'follow ca.desrt.dconf.Writer', 'GetId', 'read']);
});

describe.skipIf(noBus)('do not disturb, as the desktop tells it', () => {
  let daemon: PrivateBus;
  let desktop: Bus;
  const ends: (() => void)[] = [];
  beforeEach(async () => {
    daemon = await startPrivateBus();
    desktop = await connectDesktop(daemon.address);
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    desktop.close();
    await daemon.stop();
  });

  /** All that is told, the state of the start first. */
  function listen(readDconf: ReadDconf = noDconf) {
    const bus = createSessionBus({
      address: () => daemon.address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    ends.push(bus.close);
    const told = heard<DoNotDisturb>();
    const { get, onChange } = createDoNotDisturb(bus, readDconf);
    onChange(told.tell);
    const next = async (state: DoNotDisturb): Promise<void> => {
      await told.first((one) => one === state);
      told.all.length = 0;
    };
    return { told, get, next };
  }

  test.for([
    {
      service: 'Plasma',
      iface: NOTIFICATIONS.name,
      at: NOTIFICATIONS.path,
      on: variant('b', true),
      off: variant('b', false),
    },
    {
      service: 'dunst',
      iface: 'org.dunstproject.cmd0',
      at: NOTIFICATIONS.path,
      on: variant('b', true),
      off: variant('b', false),
    },
    {
      service: 'mako',
      iface: 'fr.emersion.Mako',
      at: '/fr/emersion/Mako',
      on: variant('as', ['default', 'do-not-disturb']),
      off: variant('as', ['default']),
    },
  ])('$service: by its property, which is followed', async ({ service, iface, at, on, off }) => {
    let now = on;
    const asked: unknown[] = [];
    await desktop.own(NOTIFICATIONS.name, NOTIFICATIONS.path, {
      GetServerInformation: () => ['ssss', service, 'x', '1', '1.2'],
    });
    await desktop.own('org.example.Second', at, {
      Get: ({ body }) => {
        asked.push(body);
        return ['v', now];
      },
    });
    const { next, told } = listen();
    await next('on');
    now = off;
    // Of something else, then of it.
    desktop.emit(at, PROPERTIES, 'PropertiesChanged', 'sa{sv}as', ['org.example.Other', {}, []]);
    desktop.emit(at, PROPERTIES, 'PropertiesChanged', 'sa{sv}as', [iface, {}, []]);
    await next('off');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual([iface, expect.any(String)]);
    expect(told.all).toEqual([]);
  });

  test('Xfce: by xfconf, where unset is off', async () => {
    let now: boolean | undefined;
    await desktop.own(NOTIFICATIONS.name, NOTIFICATIONS.path, {
      GetServerInformation: () => ['ssss', 'Xfce Notify Daemon', 'Xfce', '0.9', '1.2'],
    });
    await desktop.own('org.xfce.Xfconf', '/org/xfce/Xfconf', {
      GetProperty: ({ body: [channel, name] }) => {
        if (`${channel as string}${name as string}` !== 'xfce4-notifyd/do-not-disturb')
          return ['s', 'none of it'];
        return ['v', variant('b', now ?? false)];
      },
    });
    const { next } = listen();
    await next('off');
    now = true;
    const args = ['xfce4-notifyd', '/do-not-disturb', variant('b', true)];
    desktop.emit('/org/xfce/Xfconf', 'org.xfce.Xfconf', 'PropertyChanged', 'ssv', args);
    await next('on');
  });

  test.for([
    { service: 'gnome-shell', key: '/org/gnome/desktop/notifications/show-banners' },
    { service: 'cinnamon', key: '/org/cinnamon/desktop/notifications/display-notifications' },
  ])('$service: by dconf, read anew when it says that the key changed', async ({ service, key }) => {
    let banners: boolean | undefined | Error;
    const asked: string[] = [];
    await desktop.own(NOTIFICATIONS.name, NOTIFICATIONS.path, {
      GetServerInformation: () => ['ssss', service, 'x', '1', '1.2'],
    });
    const { next } = listen((one) => {
      asked.push(one);
      return banners instanceof Error ? Promise.reject(banners) : Promise.resolve(banners);
    });
    const changed = (prefix: string, ...changes: string[]) =>
      desktop.emit('/ca/desrt/dconf/Writer/user', 'ca.desrt.dconf.Writer', 'Notify', 'sass', [
        prefix,
        changes,
        'x',
      ]);
    await next('off'); // unset
    banners = false;
    changed('/org/gnome/desktop/interface/clock-show-seconds', '');
    changed(key, '');
    await next('on');
    banners = true;
    changed(key.slice(0, key.lastIndexOf('/') + 1), 'show-banners', 'display-notifications');
    await next('off');
    banners = new Error('damaged');
    changed('/');
    await next('unknown');
    expect(asked).toEqual([key, key, key, key]);
  });

  test('a service that does not say, and one that ends: not known', async () => {
    const service = await startNotificationService(daemon.address, { name: 'dunst' });
    const { next, get } = listen();
    await next('off');
    service.doNotDisturb(true);
    await next('on');
    await service.close();
    await next('unknown');
    const other = await startNotificationService(daemon.address);
    await desktop.hasOwner(NOTIFICATIONS.name);
    expect(get()).toBe('unknown');
    await other.close();
  });
});
