import type { PowerMonitor } from 'electron';
import { expect, test } from 'vitest';
import { onScreenLock } from '../../../../src-main/electron/desktop/screen-lock';
import type { SessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { createFakeClock } from '../../../support/fake-clock';
import { emitter } from '../support/fakes';

const GNOME = 'org.gnome.ScreenSaver';
const KDE = 'org.freedesktop.ScreenSaver';

function screen() {
  const clock = createFakeClock();
  const begin = clock.now();
  const power = emitter<PowerMonitor>();
  const signals = new Map<string, Parameters<SessionBus['onSignal']>[1]>();
  const bus: Pick<SessionBus, 'watchName' | 'onSignal'> = {
    watchName: (name, listener) => listener(name === GNOME ? ':1.5' : ':1.6'),
    onSignal: (name, listener) => void signals.set(name, listener),
  };
  /** Minutes after the beginning. */
  const told: (readonly [at: number, since: number])[] = [];
  const minutes = (ms: number): number => (ms - begin) / 60_000;
  let login = (_locked: boolean): void => undefined;
  const onLogin = (listener: typeof login): void => void (login = listener);
  onScreenLock(power, bus, onLogin, clock, (since) => told.push([minutes(clock.now()), minutes(since)]));
  const signal = (name: string, sender: string, active: unknown, member = 'ActiveChanged'): void =>
    signals.get(name)!({ interface: name, sender, member, path: '/', body: [active] });
  return { clock, power, told, signal, login };
}
const MINUTE = 60_000;

test('unlocked: since when it was locked, said once though the signals come twice', async () => {
  const { clock, power, told } = screen();
  power.emit('lock-screen');
  await clock.pass(MINUTE);
  power.emit('lock-screen');
  await clock.pass(9 * MINUTE);
  power.emit('unlock-screen');
  power.emit('unlock-screen');
  expect(told).toEqual([[10, 0]]);
});

test('unlocked without having been locked is nothing', () => {
  const { power, told } = screen();
  power.emit('unlock-screen');
  expect(told).toEqual([]);
});

test('on Linux the screen saver says it; two of them are one lock', async () => {
  const { clock, told, signal } = screen();
  signal(GNOME, ':1.5', true);
  signal(KDE, ':1.6', true);
  await clock.pass(5 * MINUTE);
  signal(KDE, ':1.6', false);
  signal(GNOME, ':1.5', false);
  expect(told).toEqual([[5, 0]]);
});

test('logind says it too: of a screen saver and of it together it is one lock', async () => {
  const { clock, told, signal, login } = screen();
  login(true);
  await clock.pass(MINUTE);
  signal(KDE, ':1.6', true);
  await clock.pass(2 * MINUTE);
  login(false);
  signal(KDE, ':1.6', false);
  login(false);
  expect(told).toEqual([[3, 0]]);
});

test.for([
  { what: 'somebody else', signal: [GNOME, ':1.99', false] as const },
  { what: 'another signal', signal: [GNOME, ':1.5', false, 'WakeUpScreen'] as const },
  { what: 'something that is no truth', signal: [GNOME, ':1.5', 'no'] as const },
])('$what unlocks nothing', ({ signal: [name, sender, active, member] }) => {
  const { told, signal } = screen();
  signal(GNOME, ':1.5', true);
  signal(name, sender, active, member);
  expect(told).toEqual([]);
});
