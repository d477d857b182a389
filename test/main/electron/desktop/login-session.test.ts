import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectBus as connectDesktop, variant } from '../../../../scripts/desktop/bus.mjs';
import { connectBus, type BusCall } from '../../../../src-main/electron/desktop/bus-connection';
import { createClock } from '../../../../src-main/electron/clock';
import { followLoginSession } from '../../../../src-main/electron/desktop/login-session';
import { createSessionBus, type SessionBus } from '../../../../src-main/electron/desktop/session-bus';
import { settle } from '../../../support/fake-clock';
import { heard, noBus, startPrivateBus, type PrivateBus } from '../support/bus';
import { createFakeLog } from '../support/fakes';

const LOGIN = 'org.freedesktop.login1';
const PATH = '/org/freedesktop/login1';
const OURS = `${PATH}/session/c2`;
const SESSION = `${LOGIN}.Session`;
const PROPERTIES = 'org.freedesktop.DBus.Properties';

type Answers = { readonly [member: string]: readonly unknown[] | undefined };

/** A logind that answers so (`undefined`: an error), and what was heard of it. */
async function login(answers: Answers) {
  const followed: { readonly path: string; readonly listener: Parameters<SessionBus['onSignal']>[1] }[] = [];
  const asked: string[] = [];
  let own = (_owner: string): void => undefined;
  const bus: Pick<SessionBus, 'call' | 'watchName' | 'onSignal'> = {
    call: ({ member, path, body }: BusCall) => {
      asked.push([member, path, ...(body?.((_, value) => value) ?? [])].join(' '));
      const answer = answers[member];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no'));
    },
    watchName: (_, listener) => (own = listener),
    onSignal: (_, listener, at) => void followed.push({ path: at!.path, listener }),
  };
  const told: boolean[] = [];
  followLoginSession(bus, 42, (locked) => told.push(locked));
  own(':1.1');
  await settle();
  type Signal = readonly [member: string, of: string, body?: readonly unknown[], sender?: string];
  const signal = (...[member, of, body = [], sender = ':1.1']: Signal): void =>
    followed.forEach(({ path, listener }) => listener({ sender, path, interface: of, member, body }));
  return { told, asked, own, signal, paths: () => [...new Set(followed.map(({ path }) => path))] };
}

test('locked and unlocked, by the signals and by the hint of a screen locker', async () => {
  const { told, asked, signal, paths } = await login({ GetSessionByPID: [OURS] });
  expect([asked, paths()]).toEqual([[`GetSessionByPID ${PATH} 42`], [OURS]]);
  signal('Lock', SESSION);
  expect(told).toContain(true);
  told.length = 0;
  signal('PropertiesChanged', PROPERTIES, [SESSION, { LockedHint: { value: false } }, []]);
  expect(told).toContain(false);
  expect(told).not.toContain(true);
});

test('of no session itself: the one on the user’s display counts', async () => {
  const { asked, paths } = await login({
    GetUserByPID: [`${PATH}/user/_1000`],
    Get: [{ value: ['c2', OURS] }],
  });
  expect(asked.slice(1)).toEqual([`GetUserByPID ${PATH} 42`, `Get ${PATH}/user/_1000 ${LOGIN}.User Display`]);
  expect(paths()).toEqual([OURS]);
});

test.for<{ what: string; answers: Answers }>([
  { what: 'that does not answer', answers: {} },
  {
    what: 'that knows of no display',
    answers: { GetUserByPID: [`${PATH}/user/_1`], Get: [{ value: ['', '/'] }] },
  },
])('a logind $what is none', async ({ answers }) => {
  expect((await login(answers)).paths()).toEqual([]);
});

test.for<{ what: string; signal: Parameters<Awaited<ReturnType<typeof login>>['signal']> }>([
  { what: 'somebody else', signal: ['Lock', SESSION, [], ':1.9'] },
  {
    what: 'another property',
    signal: ['PropertiesChanged', PROPERTIES, [SESSION, { IdleHint: { value: true } }]],
  },
  {
    what: 'another interface',
    signal: ['PropertiesChanged', PROPERTIES, ['x', { LockedHint: { value: true } }]],
  },
  { what: 'another signal', signal: ['PauseDevice', SESSION] },
])('$what locks nothing', async ({ signal: given }) => {
  const { told, signal } = await login({ GetSessionByPID: [OURS] });
  signal(...given);
  expect(told).toEqual([]);
});

test('a logind that started anew is followed once', async () => {
  const { told, own, signal, paths } = await login({ GetSessionByPID: [OURS] });
  own('');
  signal('Lock', SESSION);
  expect(told).toEqual([]);
  own(':1.2');
  await settle();
  signal('Lock', SESSION, [], ':1.2');
  expect([told.length, paths()]).toEqual([2, [OURS]]); // one of each interface that this fake does not tell apart
});

describe.skipIf(noBus)('on a private bus', () => {
  let daemon: PrivateBus;
  beforeEach(async () => void (daemon = await startPrivateBus()));
  afterEach(() => daemon.stop());

  test('as logind speaks', async () => {
    const service = await connectDesktop(daemon.address);
    await service.own(LOGIN, PATH, { GetSessionByPID: () => ['o', OURS] });
    const bus = createSessionBus({
      address: () => daemon.address,
      connect: connectBus,
      clock: createClock(),
      log: createFakeLog(),
    });
    const told = heard<boolean>();
    const asked = heard<string>();
    const counting = {
      ...bus,
      onSignal: (...given: Parameters<SessionBus['onSignal']>) => (
        bus.onSignal(...given),
        asked.tell(given[0])
      ),
    };
    followLoginSession(counting, process.pid, told.tell);
    await asked.first((one) => one === PROPERTIES);
    await bus.call(
      { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus', member: 'GetId' },
      30_000,
    ); // the rules stand by now
    service.emit(OURS, SESSION, 'Lock', '', []);
    await told.first((locked) => locked);
    service.emit(OURS, PROPERTIES, 'PropertiesChanged', 'sa{sv}as', [
      SESSION,
      { LockedHint: variant('b', false) },
      [],
    ]);
    await told.first((locked) => !locked);
    expect(told.all).toEqual([true, false]);
    bus.close();
    service.close();
  });
});
