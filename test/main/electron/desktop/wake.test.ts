import type { PowerMonitor } from 'electron';
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { onSleep } from '../../../../src-main/electron/desktop/sleep';
import { onWake } from '../../../../src-main/electron/desktop/wake';
import { createFakeClock } from '../../../support/fake-clock';
import { emitter } from '../support/fakes';

const other = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  mac: '',
  cidr: null,
  family: 'IPv4',
  netmask: '255.255.255.0',
});
function awake() {
  const clock = createFakeClock();
  const power = emitter<PowerMonitor>();
  const net = { up: [other('127.0.0.1', true), other('10.0.0.7')] };
  const kicks: number[] = [];
  const deps = { powerMonitor: power, networkInterfaces: () => ({ eth0: net.up }), clock };
  const told: number[] = [];
  const looks: number[] = [];
  const calm = { now: true };
  const beforeRequest = onWake(
    {
      ...deps,
      networkInterfaces: () => {
        looks.push(clock.monotonic());
        return deps.networkInterfaces();
      },
      isCalm: () => calm.now,
      onNetwork: () => told.push(clock.monotonic()),
    },
    () => kicks.push(clock.monotonic()),
  );
  return { clock, power, net, kicks, told, looks, calm, beforeRequest };
}

test('resume and unlock together, and each twice, are one kick 2–5 s later; the next day is another', async () => {
  const { clock, power, kicks } = awake();
  for (const name of ['unlock-screen', 'resume', 'resume', 'unlock-screen']) power.emit(name);
  await clock.pass(1999);
  expect(kicks).toEqual([]);
  await clock.pass(60_000);
  expect(kicks).toEqual([3500]);
  clock.jump(8 * 3_600_000); // the monotonic clock stands still in sleep
  power.emit('resume');
  await clock.pass(5000);
  expect(kicks).toHaveLength(2);
});

test.for([
  { what: 'another Wi-Fi', to: [other('10.0.1.9')], kicks: 1 },
  { what: 'a VPN beside it', to: [other('10.0.0.7'), other('172.20.0.2')], kicks: 1 },
  { what: 'nothing', to: [], kicks: 0 },
  { what: 'the same in another order', to: [other('10.0.0.7'), other('127.0.0.1', true)], kicks: 0 },
  { what: 'a link-local address more', to: [other('10.0.0.7'), other('fe80::1')], kicks: 0 },
])('a network changed to $what: $kicks kicks', async ({ to, kicks: expected }) => {
  const { clock, net, kicks, told } = awake();
  await clock.pass(60_000);
  net.up = to;
  await clock.pass(90_000);
  expect([kicks, told]).toMatchObject([{ length: expected }, { length: expected }]);
});

test('a network that comes back is a kick, a wake with it the same one', async () => {
  const { clock, power, net, kicks, calm } = awake();
  calm.now = false;
  const there = net.up;
  net.up = [];
  await clock.pass(20_000);
  net.up = there;
  await clock.pass(9000);
  power.emit('resume');
  await clock.pass(60_000);
  expect(kicks).toHaveLength(1);
});

test('while all goes well nobody is woken for a look: it comes with a request, the others see to it', async () => {
  const { clock, looks, beforeRequest } = awake();
  await clock.pass(15_000);
  looks.length = 0;
  for (let n = 0; n < 3; n += 1) {
    await clock.pass(60_000);
    for (const _ of [1, 2, 3]) beforeRequest(); // pages, closely after each other
  }
  expect(looks).toEqual([75_000, 135_000, 195_000]);
  await clock.pass(300_000); // polls five minutes apart
  expect(looks).toHaveLength(7);
});

test('another network is known before a request goes out; while a server is not reached, 15 s after it came', async () => {
  const { clock, net, told, calm, beforeRequest } = awake();
  await clock.pass(40_000);
  net.up = [other('10.0.1.9')];
  beforeRequest();
  expect(told).toEqual([40_000]);
  calm.now = false;
  await clock.pass(6000);
  beforeRequest();
  net.up = [other('10.0.0.7')];
  await clock.pass(15_000);
  expect(told).toEqual([40_000, 61_000]);
});

test('sleep is told with its begin as the machine wakes, once, however often each signal comes', () => {
  const clock = createFakeClock();
  const power = emitter<PowerMonitor>();
  const told: number[] = [];
  onSleep(power, clock, (since) => told.push(since));
  const start = clock.now();
  power.emit('resume');
  for (const name of ['suspend', 'suspend']) {
    power.emit(name);
    clock.jump(1000);
  }
  for (const name of ['resume', 'resume']) power.emit(name);
  expect(told).toEqual([start]);
});
