import { expect, test } from 'vitest';
import { createKeyringWatch } from '../../../../src-main/electron/desktop/keyring-watch';
import type { SessionBus } from '../../../../src-main/electron/desktop/session-bus';

type Bus = Pick<SessionBus, 'call' | 'watchName' | 'onSignal'>;

function bus(answer: () => Promise<readonly unknown[]>) {
  let hear: Parameters<SessionBus['onSignal']>[1] = () => undefined;
  const fake: Bus = {
    call: answer,
    watchName: (_, listener) => listener(':1.9'),
    onSignal: (_, listener) => void (hear = listener),
  };
  return {
    fake,
    signal: (sender: string, member: string) => hear({ sender, member, path: '/', interface: '', body: [] }),
  };
}

test.for<{ what: string; answer: () => Promise<readonly unknown[]>; open: boolean | null }>([
  { what: 'locked', answer: () => Promise.resolve([{ value: true }]), open: false },
  { what: 'open', answer: () => Promise.resolve([{ value: false }]), open: true },
  { what: 'no such service', answer: () => Promise.reject(new Error('ServiceUnknown')), open: null },
  { what: 'nonsense', answer: () => Promise.resolve([{ value: 'yes' }]), open: null },
])('$what → open: $open', async ({ answer, open }) => {
  expect(await createKeyringWatch(bus(answer).fake).isOpen()).toBe(open);
});

test('where there is no bus nobody says', async () => {
  expect(await createKeyringWatch(undefined).isOpen()).toBeNull();
});

test('its signal is heard from the service alone', () => {
  const { fake, signal } = bus(() => Promise.resolve([false]));
  let heard = 0;
  createKeyringWatch(fake).onChange(() => void (heard += 1));
  signal(':1.66', 'CollectionChanged');
  signal(':1.9', 'CollectionCreated');
  expect(heard).toBe(0);
  signal(':1.9', 'CollectionChanged');
  expect(heard).toBe(1);
});
