import { expect, test } from 'vitest';
import { fail, type ErrorKind } from '../../../../src-shared/app-error';
import { createOrigins } from '../../../../src-main/core/watching/origins';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeServer } from '../../../support/fake-server';

const HERE = 'https://here.example';

/** Accounts by the origin they are at, over a server that fails as it is told. */
function at(...names: string[]) {
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const origins = createOrigins(clock, () => 30_000);
  const accounts = names.map((name) => {
    const way = origins.wayTo(name);
    const api = way.guard(server);
    /** What came of asking, as a kind. */
    const ask = (): Promise<ErrorKind | 'answer'> =>
      api.list({ params: {}, limit: 1, offset: 0 }).then(
        () => 'answer' as const,
        (error: { failure: { kind: ErrorKind } }) => error.failure.kind,
      );
    return { way, ask };
  });
  const breaks = (kind: ErrorKind | null, status?: number): void => {
    server.before = () => {
      if (kind) throw fail(kind, status === undefined ? {} : { status });
    };
  };
  const asked = (): number => server.log.splice(0).length;
  return { clock, accounts, breaks, asked };
}

test.for(['no-network', 'name', 'refused', 'tls', 'proxy'] as const)(
  'after %s no account asks this origin until its rest ends; another origin is asked',
  async (kind) => {
    const { clock, accounts, breaks, asked } = at(HERE, HERE, 'https://there.example');
    const [first, second, third] = accounts;
    breaks(kind);
    expect(await first!.ask()).toBe(kind);
    expect([await second!.ask(), await first!.ask(), asked()]).toEqual([kind, kind, 1]);
    breaks(null);
    expect(await third!.ask()).toBe('answer');
    expect(await second!.ask()).toBe(kind);
    await clock.pass(second!.way.wait());
    expect(await second!.ask()).toBe('answer');
  },
);

test.for(['timeout', 'connection', 'not-json', 'too-large'] as const)(
  '%s is one account’s own: the others at the origin are asked',
  async (kind) => {
    const { accounts, breaks } = at(HERE, HERE);
    breaks(kind);
    await accounts[0]!.ask();
    breaks(null);
    expect(await accounts[1]!.ask()).toBe('answer');
    expect(await accounts[0]!.ask()).toBe('answer');
  },
);

test('the rest doubles with each failure in a row up to its cap, whoever met it, and any answer ends it', async () => {
  const { clock, accounts, breaks } = at(HERE, HERE);
  const rests: number[] = [];
  breaks('refused');
  for (let n = 0; n < 6; n += 1) {
    const { ask, way } = accounts[n % 2]!;
    await ask();
    rests.push(way.wait() / 1000);
    await clock.pass(way.wait());
  }
  expect(rests).toEqual([2, 4, 8, 16, 30, 30]);
  breaks('server-error', 500);
  await accounts[0]!.ask();
  breaks('refused');
  await accounts[1]!.ask();
  expect(accounts[1]!.way.wait()).toBe(2000);
});

test('two that fail at once are one failure, and one of them comes back after the other', async () => {
  const { clock, accounts, breaks, asked } = at(HERE, HERE);
  const [first, second] = accounts;
  breaks('refused');
  await Promise.all([first!.ask(), second!.ask()]);
  expect([first!.way.wait(), second!.way.wait(), asked()]).toEqual([2000, 2500, 2]);
  await clock.pass(2000);
  await first!.ask();
  await clock.pass(500);
  await second!.ask();
  expect(asked()).toBe(1);
});

test('who asks by hand is not made to wait', async () => {
  const { accounts, breaks, asked } = at(HERE);
  breaks('name');
  await accounts[0]!.ask();
  breaks(null);
  accounts[0]!.way.tryNow();
  expect(await accounts[0]!.ask()).toBe('answer');
  expect(asked()).toBe(2);
});
