import { expect } from 'vitest';
import type { Filter } from '../../../../src-shared/filter';
import type { NotificationKey } from '../../../../src-shared/notification';
import type { Preferences } from '../../../../src-shared/preferences';
import { createCommands } from '../../../../src-main/core/commands';
import { appRuns, task } from '../../../support/app-runs';

const S = 1000;
const MIN = 60 * S;

/** Runs that can be asked what the inbox shows. */
export function world(preferences: Partial<Preferences> = {}) {
  const { clock, server, start } = appRuns(preferences);
  server.add({ ts: (clock.now() - MIN) * 1000, seen: true });
  return {
    clock,
    server,
    async start() {
      const run = await start();
      const rows = async (filter: Filter) => (await run.app.store.query(filter, 0, 500)).rows;
      const keyOf = async (id: number): Promise<NotificationKey> =>
        (await rows({})).find(({ key }) => key.id === String(id))!.key;
      return {
        ...run,
        commands: createCommands(run.app),
        ids: async (filter: Filter) => (await rows(filter)).map(({ key }) => key.id),
        keyOf,
        steps: async (id: number) =>
          (await run.app.inbox.item(await keyOf(id))).verdicts.map(({ step }) => step),
      };
    },
  };
}

/** A run with one failed task that was told. */
export async function told(preferences: Partial<Preferences> = {}) {
  const made = world(preferences);
  const run = await made.start();
  const item = made.server.add(task(7));
  await made.clock.pass(30 * S);
  expect(run.titles()).toEqual(['Task 7 failed']);
  return { ...made, run, item, key: await run.keyOf(item.id) };
}
