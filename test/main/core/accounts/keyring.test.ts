import { expect, test } from 'vitest';
import { createCommands } from '../../../../src-main/core/commands';
import type { Secrets } from '../../../../src-main/core/ports';
import { createFakeClock } from '../../../support/fake-clock';
import { startTestApp } from '../../../support/fake-desktop';
import { createFakeServer } from '../../../support/fake-server';
import { LAB } from '../../../support/lab';

/** A keyring that holds a token of every account, and is locked. */
function lockedKeyring() {
  const ring = {
    locked: true,
    /** What the process gets of it: on Linux what it got when it first asked. */
    gives: false,
    name: 'GNOME Keyring',
    /** An account whose token is kept for this run alone. */
    session: null as string | null,
    /** Another keyring than the one that closed the tokens. */
    other: false,
    asked: 0,
    changed: (): void => undefined,
    restarts: [] as unknown[],
  };
  /** What it gave when it was last asked. */
  let given = false;
  const opens = (): boolean => given && !ring.other;
  const secrets: Secrets = {
    open: () => undefined,
    retry() {
      ring.asked += 1;
      given = ring.gives;
    },
    backend: () => ({ name: ring.name, persistent: given }),
    get: () => (opens() ? LAB.token : undefined),
    state: (account) => ({
      stored: opens() ? 'keyring' : account === ring.session ? 'session' : 'locked',
      hint: '',
    }),
    put: () => Promise.resolve({ stored: 'session', hint: '' }),
    forget: () => undefined,
    drop: () => undefined,
  };
  return { ring, secrets };
}

async function started() {
  let dice = 0; // ids are thrown: two accounts need two
  const clock = { ...createFakeClock(), random: () => (dice = (dice + 0.137) % 1) };
  const { ring, secrets } = lockedKeyring();
  const server = createFakeServer(clock);
  const tested = startTestApp(clock, {
    secrets,
    keyring: {
      isOpen: () => Promise.resolve(!ring.locked),
      onChange: (listener) => (ring.changed = listener),
    },
    restart: (how) => void ring.restarts.push(how),
    apis: {
      inbox: (_, token) => ({ ...server, list: (query) => (token(), server.list(query)) }),
      tenant: () => ({}) as never,
      forget: () => undefined,
    },
  });
  await tested.app.start({ accounts: [LAB, { ...LAB, name: 'Gate', baseUrl: 'https://gate.example' }] });
  await clock.pass(1000);
  const health = () => tested.app.state().accounts[0]?.health;
  const ask = async () => (await createCommands(tested.app).keyringAsk({})).state;
  return { ...tested, clock, ring, health, ask };
}

test('locked: said, and asked for again on a click; unlocked, it is watched at once', async () => {
  const { clock, ring, health, ask, app } = await started();
  expect(health()).toMatchObject({ state: 'not-watching', failure: { kind: 'token-locked' } });
  expect(await ask()).toBe('locked');
  Object.assign(ring, { locked: false, gives: true });
  expect(await ask()).toBe('open');
  await clock.pass(1000);
  expect(health()).toEqual({ state: 'watching' });
  expect([ring.asked, ring.restarts, app.state().accounts[0]?.secret.stored]).toEqual([2, [], 'keyring']);
  expect(await ask()).toBe('open'); // nothing waits for it: it is not asked
  expect(ring.asked).toBe(2);
});

test.for(['woke', 'changed'] as const)(
  'unlocked meanwhile, it is watched without a click (%s)',
  async (how) => {
    const { app, clock, ring, health } = await started();
    Object.assign(ring, { locked: false, gives: true });
    if (how === 'woke') app.keyring.woke();
    else ring.changed();
    await clock.pass(1000);
    expect(health()).toEqual({ state: 'watching' });
  },
);

test('one that stays locked is not asked by itself: its question would come up again and again', async () => {
  const { app, clock, ring } = await started();
  app.keyring.woke();
  ring.changed();
  await clock.pass(1000);
  expect([ring.asked, ring.restarts]).toEqual([0, []]);
});

/** `pasted`: the other account's token was, meanwhile. */
test.for<{ what: string; ring: object; pasted?: boolean; says: string; restarts: unknown[] }>([
  {
    what: 'open, and this process does not get at it',
    ring: { locked: false },
    says: 'restart',
    restarts: [{ ofItself: true }],
  },
  {
    what: 'the same, with a token that a new start would lose',
    ring: { locked: false },
    pasted: true,
    says: 'restart',
    restarts: [],
  },
  {
    what: 'another keyring',
    ring: { locked: false, gives: true, other: true },
    says: 'changed',
    restarts: [],
  },
  { what: 'no keyring at all', ring: { locked: false, name: '' }, says: 'locked', restarts: [] },
])(
  '$what: $says, and a new start of its own accord: $restarts',
  async ({ ring: is, says, restarts, pasted }) => {
    const { app, clock, ring, ask } = await started();
    Object.assign(ring, is, pasted && { session: app.accounts.all()[1]!.id });
    expect(await ask()).toBe(says);
    expect(ring.restarts).toEqual([]); // a person is there
    app.keyring.woke();
    await clock.pass(1000);
    expect(ring.restarts).toEqual(restarts);
  },
);

test('started again on a click', async () => {
  const { app, ring } = await started();
  await createCommands(app).restart({});
  expect(ring.restarts).toEqual([{ ofItself: false }]);
});
