import { expect, test } from 'vitest';
import { createPublisher } from '../../../src-main/core/publisher';
import type { AppState } from '../../../src-shared/app-state';
import type { Store, Summary } from '../../../src-main/core/store-port';
import { createFakeClock, settle } from '../../support/fake-clock';

/** A publisher over a store that has `unseen` rows, and what was drawn: how many unseen, polled when. */
function drawing() {
  const clock = createFakeClock();
  const world = { unseen: 0, polledAt: 0, silences: [] as { readonly until: number }[] };
  const drawn: string[] = [];
  const publisher = createPublisher({
    store: {
      summary: async () => ({ accounts: { a: { serverUnseen: world.unseen } } }) as unknown as Summary,
      urgent: async () => [],
    } as unknown as Store,
    clock,
    log: { event: () => undefined, bug: (error) => expect.unreachable(String(error)) },
    build: (revision, summary) =>
      ({
        revision,
        unseen: summary.accounts['a']?.serverUnseen ?? 0,
        accounts: [{ polledAt: world.polledAt }],
        preferences: { quietHours: [], silences: world.silences },
      }) as unknown as AppState,
    onState: (state) => {
      const { unseen, accounts } = state as unknown as {
        unseen: number;
        accounts: readonly { polledAt: number }[];
      };
      drawn.push(`${unseen} unseen, polled ${accounts[0]!.polledAt}`);
    },
  });
  return { clock, world, drawn, publisher };
}

test('what a poll brought and that it is over are told together', async () => {
  const { clock, world, drawn, publisher } = drawing();
  await publisher.refresh();
  publisher.rowsCame();
  await clock.pass(0);
  drawn.length = 0;
  world.unseen = 3;
  publisher.rowsCame(); // waits for more
  world.polledAt = 7;
  publisher.polled();
  await settle();
  expect(drawn).toEqual(['3 unseen, polled 7']);
  await clock.pass(1000);
  expect(drawn).toHaveLength(1);
});

test('a poll that brought nothing is told at once', async () => {
  const { world, drawn, publisher } = drawing();
  world.polledAt = 8;
  publisher.polled();
  expect(drawn).toEqual(['0 unseen, polled 8']);
});

test('what changes by itself is drawn when it does, also where the timer comes a moment early', async () => {
  const { clock, world, drawn, publisher } = drawing();
  world.silences = [{ until: clock.now() + 60_000 }];
  publisher.publish();
  clock.jump(-5000);
  world.polledAt = 1; // what moved
  await clock.pass(60_000);
  expect(drawn.at(-1)).toBe('0 unseen, polled 1');
  world.polledAt = 2;
  await clock.pass(5000);
  expect(drawn.at(-1)).toBe('0 unseen, polled 2');
  world.silences = [];
  publisher.publish();
  publisher.stop();
  expect(clock.timers()).toBe(0);
});

test('someone’s own change does not wait as long as a page', async () => {
  const { clock, world, drawn, publisher } = drawing();
  publisher.rowsCame();
  await clock.pass(0);
  world.unseen = 1;
  publisher.rowsCame();
  publisher.rowsChanged();
  await clock.pass(100);
  expect(drawn.at(-1)).toBe('1 unseen, polled 0');
});
