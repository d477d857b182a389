import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBus as connectDesktop } from '../../../../scripts/desktop/bus.mjs';
import type { Clock } from '../../../../src-main/core/ports';
import {
  connectBus,
  sessionBusAddress,
  systemBusAddress,
} from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import { createLinuxDesktop } from '../../../../src-main/electron/desktop/desktop-linux';
import {
  busCall,
  createSessionBus,
  HELLO_MS,
  type NameOwner,
} from '../../../../src-main/electron/desktop/session-bus';
import { createFakeClock, settle } from '../../../support/fake-clock';
import { heard, noBus, noDconf, startPrivateBus, type PrivateBus } from '../support/bus';
import { createFakeLog } from '../support/fakes';

test.for([
  { env: {}, address: undefined },
  { env: { XDG_RUNTIME_DIR: '/run/user/7' }, address: 'unix:path=/run/user/7/bus' },
  { env: { XDG_RUNTIME_DIR: '/run/user/8' }, address: undefined },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/x,guid=12' }, address: 'unix:path=/tmp/x' },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, address: 'unix:abstract=/tmp/x' },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/a%2db' }, address: 'unix:path=/tmp/a-b' },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x,port=1;unix:path=/tmp/x' }, address: 'unix:path=/tmp/x' },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'unixexec:path=/bin/sh' }, address: undefined },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, address: undefined },
  { env: { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }, address: undefined },
])('$env → $address', ({ env, address }) => {
  expect(sessionBusAddress(env, (file) => file === '/run/user/7/bus')).toBe(address);
});

test.for([
  { env: {}, there: '/run/dbus/system_bus_socket', address: 'unix:path=/run/dbus/system_bus_socket' },
  { env: {}, there: '/var/run/dbus/system_bus_socket', address: 'unix:path=/var/run/dbus/system_bus_socket' },
  { env: {}, there: '', address: undefined },
  { env: { DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/tmp/x,guid=1' }, there: '', address: 'unix:path=/tmp/x' },
  { env: { DBUS_SYSTEM_BUS_ADDRESS: 'tcp:host=x,port=1' }, there: '', address: undefined },
])('the system’s bus: $env with $there → $address', ({ env, there, address }) => {
  expect(systemBusAddress(env, (file) => file === there)).toBe(address);
});

describe('without a bus', () => {
  test('no address: nobody is there, nothing is tried again', async () => {
    const clock = createFakeClock();
    const bus = createSessionBus({
      address: () => undefined,
      connect: connectBus,
      clock,
      log: createFakeLog(),
    });
    const owners: NameOwner[] = [];
    bus.watchName('org.example', (owner) => owners.push(owner));
    await expect(bus.call(busCall('GetId'), 1000)).rejects.toThrow('no message bus');
    const desktop = createLinuxDesktop(bus, noDconf);
    await desktop.settled();
    expect([desktop.trayHost(), desktop.notifications()]).toEqual(['unknown', 'none']);
    expect([owners, clock.timers()]).toEqual([[], 0]);
  });

  test('a dead socket: tried again after 1, 2, 4 … 60 s, and never a rejection that nobody hears', async () => {
    const clock = createFakeClock();
    const waits: number[] = [];
    let tries = 0;
    const refused = heard<string>();
    const bus = createSessionBus({
      address: () => 'unix:path=/nonexistent/bus',
      connect: async (address, events) => {
        tries += 1;
        const connection = await connectBus(address, {
          ...events,
          gone: (reason) => {
            events.gone(reason);
            refused.tell(`${tries} ${reason}`);
          },
        });
        return connection;
      },
      clock: {
        after: (ms, act) => {
          if (ms !== HELLO_MS) waits.push(ms);
          return clock.after(ms, act);
        },
      },
      log: createFakeLog(),
    });
    for (let i = 1; i <= 9; i += 1) {
      expect(await refused.first((said) => said.startsWith(`${i} `))).toContain('ENOENT');
      await settle();
      if (i < 9) await clock.pass(waits.at(-1)!);
    }
    bus.close();
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });
});

describe('a bus that takes the connection and says nothing', () => {
  let server: Server;
  let folder = '';
  const sockets: Socket[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tocsin-mute-'));
    server = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => void server.listen(path.join(folder, 'bus'), resolve));
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true });
  });

  test('is given up after 10 s', async () => {
    const clock = createFakeClock();
    const log = createFakeLog();
    const connected = heard<string>();
    const bus = createSessionBus({
      address: () => `unix:path=${path.join(folder, 'bus')}`,
      connect: async (address, events) => {
        const connection = await connectBus(address, events);
        connected.tell('yes');
        return connection;
      },
      clock,
      log,
    });
    await connected.first(() => true);
    await clock.pass(10_000);
    expect(log.lines).toEqual(['bus · no message bus: no answer in 10 s']);
    bus.close();
  });
});

describe.skipIf(noBus)('with a bus', () => {
  let daemon: PrivateBus;
  beforeEach(async () => {
    daemon = await startPrivateBus();
  });
  afterEach(() => daemon.stop());

  const connect = (log = createFakeLog(), clock: Pick<Clock, 'after'> = createClock()) =>
    createSessionBus({ address: () => daemon.address, connect: connectBus, clock, log });

  test('a name: nobody, somebody, nobody', async () => {
    const bus = connect();
    const owners = heard<NameOwner>();
    bus.watchName('org.example.Thing', owners.tell);
    await owners.first((owner) => owner === '');
    const other = await connectDesktop(daemon.address);
    await other.own('org.example.Thing', '/', {});
    const name = await owners.first((owner) => owner?.startsWith(':') === true);
    other.close();
    await owners.first((owner) => owner === '' && owners.all.length === 3);
    expect(owners.all).toEqual(['', name, '']);
    bus.close();
  });

  test('the bus dies: calls fail at once, names are unknown, and all is found again', async () => {
    const log = createFakeLog();
    const clock = createFakeClock();
    const bus = connect(log, clock);
    const owners = heard<NameOwner>();
    bus.watchName('org.example.Thing', owners.tell);
    const signals = heard<unknown>();
    bus.onSignal('org.example.Thing', ({ body }) => signals.tell(body[0]));
    await owners.first((owner) => owner === '');
    await daemon.kill();
    await owners.first((owner) => owner === undefined);
    await expect(bus.call(busCall('GetId'), 5000)).rejects.toThrow('no message bus');
    await daemon.restart();
    await clock.pass(1000);
    await owners.first((owner) => owner === '' && owners.all.length === 3);
    const other = await connectDesktop(daemon.address);
    await other.own('org.example.Thing', '/', {});
    await owners.first((owner) => owner?.startsWith(':') === true);
    other.emit('/', 'org.example.Thing', 'Told', 's', ['again']);
    expect(await signals.first(() => true)).toBe('again');
    other.close();
    bus.close();
    expect(log.bugs).toEqual([]);
  });
});
