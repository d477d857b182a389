import type { Notification, NotificationConstructorOptions } from 'electron';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createToaster } from '../../../../src-main/electron/toasts/toaster';
import type { PictureOf } from '../../../../src-main/electron/toasts/toast-picture';
import { APP_USER_MODEL_ID, setWindowsIdentity } from '../../../../src-main/electron/start/windows-identity';
import { createFakeClock, settle } from '../../../support/fake-clock';
import { emitter } from '../support/fakes';

const TOAST = {
  tag: 'a',
  title: 'T\u202e',
  body: 'B\0',
  urgency: 'normal',
  look: 'major',
  about: null,
  buttons: ['seen'],
  sound: { look: 'major', volume: 60 },
} as const;

describe('toasts of Windows and macOS', () => {
  type FakeToast = Notification & {
    emit(name: string, ...args: unknown[]): boolean;
    options: object;
    closed: boolean;
  };

  function setUp({
    supported = true,
    platform = 'win32' as NodeJS.Platform,
    history = () => Promise.resolve<FakeToast[]>([]),
    pictureOf = ((look) => `/pictures/${look}.png`) as PictureOf,
  } = {}) {
    const clock = createFakeClock();
    const made: FakeToast[] = [];
    const played: unknown[] = [];
    function Fake(options: NotificationConstructorOptions) {
      const toast = fakeToast({ options });
      made.push(toast);
      return toast;
    }
    const toaster = createToaster({
      Notification: Object.assign(Fake, { isSupported: () => supported, getHistory: history }) as never,
      platform,
      clock,
      labels: () => ({ seen: 'Seen', snooze: 'Snooze' }),
      pictureOf,
      sounds: { play: (sound) => (played.push(sound), Promise.resolve('played')) },
    });
    const acts: string[] = [];
    toaster.onAct((tag, act) => acts.push(`${tag} ${act}`));
    return { toaster, made, clock, acts, played };
  }

  function fakeToast(members: object): FakeToast {
    const toast = emitter<FakeToast>({
      closed: false,
      show: () => {},
      close: () => Object.assign(toast, { closed: true }),
      ...members,
    });
    return toast;
  }

  test.for([
    { platform: 'win32', icon: { icon: '/pictures/major.png' } },
    { platform: 'darwin', icon: {} },
  ] as const)('$platform: shown when the system says so, as plain text', async ({ platform, icon }) => {
    const { toaster, made, played } = setUp({ platform });
    const outcome = toaster.show(TOAST);
    expect(played).toEqual([]);
    made[0]!.emit('show');
    expect(await outcome).toEqual({ state: 'shown' });
    expect(played).toEqual([TOAST.sound]);
    expect(made[0]!.options).toEqual({
      id: 'a',
      title: 'T',
      body: 'B',
      urgency: 'normal',
      actions: [{ type: 'button', text: 'Seen' }],
      silent: true,
      ...icon,
    });
  });

  test.for([
    { reason: 'HRESULT -2143420143', code: '0x803E0111' },
    { reason: 'failed: 0x803e0114', code: '0x803E0114' },
    { reason: 'Notifications are not allowed for this application', code: '' },
  ])('failed with the system’s words and its code: $reason → $code', async ({ reason, code }) => {
    const { toaster, made, played } = setUp();
    const outcome = toaster.show(TOAST);
    made[0]!.emit('failed', {}, reason);
    expect(await outcome).toEqual({ state: 'failed', code, reason });
    expect(played).toEqual([]);
  });

  test('no answer in ten seconds', async () => {
    const { toaster, clock } = setUp();
    let outcome: unknown;
    void toaster.show(TOAST).then((said) => (outcome = said));
    await clock.pass(9_999);
    expect(outcome).toBeUndefined();
    await clock.pass(1);
    expect(outcome).toEqual({ state: 'no-answer' });
  });

  test('not supported', async () => {
    expect(await setUp({ supported: false }).toaster.show(TOAST)).toEqual({ state: 'no-service' });
  });

  test('replaced, clicked, its button pressed, withdrawn by its tag', async () => {
    const { toaster, made, acts } = setUp();
    void toaster.show(TOAST);
    void toaster.show(TOAST);
    made[1]!.emit('click');
    made[1]!.emit('action', { actionIndex: 0 });
    made[1]!.emit('action', {}, 0); // as runtimes before 40 tell it
    made[1]!.emit('action', { actionIndex: 1 }); // none of ours
    toaster.withdraw('a');
    await settle();
    expect(made.map(({ closed }) => closed)).toEqual([true, true]);
    expect(acts).toEqual(['a open', 'a seen', 'a seen']);
  });

  test('a picture that is not there yet is waited for, by the last of a tag alone', async () => {
    const found: ((file: string) => void)[] = [];
    const pictureOf = () => new Promise<string>((resolve) => void found.push(resolve));
    const { toaster, made } = setUp({ pictureOf });
    const first = toaster.show(TOAST);
    const second = toaster.show({ ...TOAST, title: 'second' });
    const other = toaster.show({ ...TOAST, tag: 'b' });
    toaster.withdraw('b');
    for (const give of found) give('/late.png');
    await settle();
    expect(made.map(({ options }) => options)).toEqual([
      expect.objectContaining({ id: 'a', title: 'second', icon: '/late.png' }),
    ]);
    made[0]!.emit('show');
    const shown = { state: 'shown' };
    expect(await Promise.all([first, second, other])).toEqual([shown, shown, shown]);
  });

  test.for([
    { platform: 'darwin', acts: ['old open'] },
    { platform: 'win32', acts: [] },
  ] as const)(
    '$platform: a click on what an earlier run left: $acts',
    async ({ platform, acts: expected }) => {
      const left = fakeToast({ id: 'old' });
      const { acts } = setUp({ platform, history: () => Promise.resolve([left]) });
      await settle();
      left.emit('click');
      expect(acts).toEqual(expected);
    },
  );

  test('a list that cannot be had is none', async () => {
    const { toaster, made } = setUp({
      platform: 'darwin',
      history: () => Promise.reject(new Error('unsigned')),
    });
    const outcome = toaster.show(TOAST);
    made[0]!.emit('show');
    expect(await outcome).toEqual({ state: 'shown' });
  });
});

test.for([
  { platform: 'win32', set: ['io.tocsin.Tocsin', expect.stringMatching(/^\{[0-9A-F-]{36}\}$/)] },
  { platform: 'linux', set: [] },
] as const)('$platform: known to the system as $set', ({ platform, set }) => {
  const said: string[] = [];
  setWindowsIdentity(
    { setAppUserModelId: (id) => void said.push(id), setToastActivatorCLSID: (id) => void said.push(id) },
    platform,
  );
  expect(said).toEqual(set);
  expect(readFileSync('electron-builder.yml', 'utf8')).toContain(`appId: ${APP_USER_MODEL_ID} `);
});
