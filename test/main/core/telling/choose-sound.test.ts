import { expect, test } from 'vitest';
import { createChooseSound } from '../../../../src-main/core/telling/choose-sound';
import type { ToastLook } from '../../../../src-main/core/ports';
import type { DoNotDisturb } from '../../../../src-shared/app-state';
import { defaultPreferences, type Preferences } from '../../../../src-shared/preferences';
import { createFakeClock } from '../../../support/fake-clock';

function setUp(given: Partial<Preferences> = {}, doNotDisturb: DoNotDisturb = 'off') {
  const clock = createFakeClock();
  const world = { pausedUntil: null as number | null };
  const chooseSound = createChooseSound({
    clock,
    preferences: () => ({ ...defaultPreferences, ...given }),
    pausedUntil: () => world.pausedUntil,
    desktop: { state: () => ({ tray: true, toasts: 'ok', doNotDisturb, secrets: null }) },
  });
  /** What is heard, and at which place. */
  const heard = (...looks: (ToastLook | null)[]): string =>
    chooseSound(looks)
      .map((sound) => (sound ? `${sound.look} ${sound.volume}` : '-'))
      .join(', ');
  return { clock, world, heard };
}
const ALL_DAY = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 };

test.for<{ told: (ToastLook | null)[]; heard: string; given?: Partial<Preferences>; dnd?: DoNotDisturb }>([
  { told: [], heard: '' },
  { told: ['major'], heard: 'major 60' },
  { told: ['warning', 'critical', 'major', 'critical'], heard: '-, critical 60, -, -' },
  { told: ['warning', 'info', 'recovered'], heard: '-, -, -' },
  { told: [null, 'major'], heard: '-, major 60' },
  { told: [null], heard: '-' },
  {
    told: ['critical', 'warning'],
    given: { sounds: { ...defaultPreferences.sounds, critical: false, warning: true }, soundVolume: 7 },
    heard: '-, warning 7',
  },
  {
    told: ['recovered', 'info'],
    given: { sounds: { ...defaultPreferences.sounds, recovered: true } },
    heard: 'recovered 60, -',
  },
  { told: ['critical'], given: { soundVolume: 0 }, heard: '-' },
  { told: ['critical'], given: { quietHours: [ALL_DAY] }, heard: 'critical 60' },
  { told: ['critical'], dnd: 'on', heard: '-' },
  { told: ['critical'], dnd: 'unknown', heard: 'critical 60' },
])('$told with $given, do not disturb $dnd: “$heard”', ({ told, heard: expected, given, dnd }) => {
  expect(setUp(given, dnd).heard(...told)).toBe(expected);
});

test('none in a pause, also for what breaks through it; its digest at the end has one', () => {
  const { world, clock, heard } = setUp();
  world.pausedUntil = clock.now() + 1000;
  expect(heard('critical')).toBe('-');
  world.pausedUntil = clock.now();
  expect(heard('critical')).toBe('critical 60');
});

test('at most one in 3 s; what was silent does not count', async () => {
  const { clock, heard } = setUp();
  expect([heard('warning'), heard('major'), heard('critical')]).toEqual(['-', 'major 60', '-']);
  await clock.pass(2999);
  expect(heard('critical')).toBe('-');
  await clock.pass(1);
  expect(heard('critical')).toBe('critical 60');
});
