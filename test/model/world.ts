import type { Row } from '../../src-shared/inbox';
import type { NotificationKey } from '../../src-shared/notification';
import type { InboxApi } from '../../src-main/core/ports';
import { createOperations, type Operations } from '../../src-main/store/operations';
import { createFakeClock } from '../support/fake-clock';
import { createDisk } from './disk';
import { ACCOUNT, EVERY, startEngine, type Engine } from './engine';
import { createLife } from './life';
import { createMarking, keyOf } from './marking';
import type { Config, RequestEvent } from './schedule';
import { nameOf } from './items';
import { createModelServer } from './server';
import { createChecks } from './while-running';
import { createTellings } from './tellings';
import { createWitness } from './witness';

/** Nothing in the model waits for more than promises: one turn of the loop and all of them have gone on. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const RESTART_MS = 1000;

/** Hears what happened, and how often. */
export type Count = (what: string, times?: number) => void;

/** A violation of an invariant, by its name in sync.md. */
export class Violation extends Error {}

/**
 * The real engine (poller, toasts, marks, the store's operations on SQLite in memory) against a server in memory.
 * A crash takes everything but the database, the server and what the desktop has shown.
 */
export async function createWorld(config: Config, count: Count) {
  const clock = createFakeClock(undefined, rest);
  const swallowed = new Set<string>();
  /** Brought by a link while the last poll ran. */
  const linked = new Set<string>();
  const server = createModelServer(clock, config, {
    count,
    onMarkAll: (unseen) => {
      const known = new Set(disk.names());
      for (const item of unseen) if (!known.has(nameOf(item))) swallowed.add(nameOf(item));
    },
    onLink: (single) => {
      const key = operations.applySingle(ACCOUNT, single, clock.now(), {});
      linked.add(nameOf(key));
      // Before the first look whatever is known is old; and the user has it open.
      if (!witness.baseline()) everMarked.add(nameOf(key));
    },
  });
  const disk = createDisk();
  const tellings = createTellings((what) => fail(what));
  let violation: Violation | undefined;
  const fail = (what: string): void => void (violation ??= new Violation(what));

  /** What the user has marked and not taken back: when, by the server's counter. */
  const marked = new Map<string, { readonly key: NotificationKey; readonly at: number }>();
  /** Seen by the user, taken back or not: "where it is new, unseen" (I2) is said of them no more. */
  const everMarked = new Set<string>();
  /** What a mark-all that stands was to mark. */
  const markedAll = new Map<string, number>();
  /** By retention: what is seen below it is let go of. */
  let floor = -Infinity;
  /** Where more was kept than before: below the old floor nothing is told, it may have been let go of. */
  let quietBelow = -Infinity;
  /** What was, while it was seen on the server. */
  const letGo = new Set<string>();
  const life = createLife(() => {
    count('death');
    clock.die(RESTART_MS);
  });
  let operations: Operations = createOperations(() => clock.now());
  let engine: Engine;

  /** The list as the window is given it. */
  const shownRows = (): readonly Row[] => operations.query({}, 0, 1_000_000).rows;

  /** From when on it counts that the server has it seen: it may have, unknown here, as the mark is made. */
  const momentOf = (name: string): number =>
    server.visible().some((item) => item.seen && nameOf(item) === name) ? -1 : server.moment();

  const checks = createChecks({
    server,
    disk,
    marked,
    baseline: () => witness.baseline(),
    floor: () => floor,
    fail,
  });
  const { checkMarks, checkAlerted, checkFound } = checks;
  const witness = createWitness({ server, disk, tellings, checks, markedAll, momentOf });

  /** The next process: all of it is new but the disk. */
  async function start(): Promise<void> {
    life.born();
    const mine = life.generation();
    operations = createOperations(() => clock.now());
    const asked = Object.entries(server.api).map(([name, ask]) => [
      name,
      (...given: unknown[]) =>
        life.doing(mine, () => (ask as (...args: unknown[]) => Promise<unknown>)(...given)),
    ]);
    engine = startEngine({
      store: witness.watched(operations, (effect) => life.doing(mine, effect)),
      api: Object.fromEntries(asked) as InboxApi,
      toaster: {
        show: (view) =>
          life.doing(mine, () => {
            tellings.show(view.tag);
            return { state: 'shown' } as const;
          }),
        withdraw: () => undefined,
        onAct: () => undefined,
        onGone: () => undefined,
        onClose: () => undefined,
      },
      clock,
      fail,
    });
    await rest();
  }

  /** Goes on after a crash; at most one comes of each `crash` step. */
  async function revive(): Promise<void> {
    await rest();
    if (life.dead()) await start();
  }

  async function restart(): Promise<void> {
    void engine.poller.stop(2000);
    await clock.pass(4000);
    life.die();
    await start();
    await revive();
  }

  server.script(config.first);
  if (config.dies !== null) life.crash(config.dies, config.dies % 2 === 0);
  await start();
  await revive();
  server.script([]);
  const { mark, undo } = createMarking({
    disk,
    marked,
    everMarked,
    markedAll,
    momentOf,
    marks: () => engine.marks,
    after: async () => {
      await revive();
      checkMarks();
    },
  });
  return {
    clock,
    server,
    mark,
    undo,
    marked,
    everMarked,
    markedAll,
    swallowed,
    tellings,
    rows: disk.rows,
    shownRows,
    fail,
    violation: () => violation,
    baseline: witness.baseline,
    unsent: () => operations.summary().accounts[ACCOUNT]?.waiting ?? 0,
    historyComplete: () => operations.syncState(ACCOUNT).historyComplete,
    crash: life.crash,
    /** The crash that did not come by itself comes now. */
    async crashNow(): Promise<void> {
      if (!life.pending()) return;
      life.die();
      await start();
    },
    async poll(events: readonly RequestEvent[]): Promise<void> {
      await revive();
      const mine = life.generation();
      server.script(events);
      linked.clear();
      const { requests } = server.counts;
      const there = server.visible();
      const { polledAt } = engine.poller.state();
      await clock.pass(EVERY);
      await revive();
      server.script([]);
      if (server.counts.requests - requests > 2000) fail('I7 more than 2000 requests in one poll');
      checkMarks();
      if (mine !== life.generation()) return;
      checkAlerted(linked);
      if (engine.poller.state().polledAt !== polledAt) checkFound(there);
    },
    async wait(ms: number): Promise<void> {
      await clock.pass(ms);
      await revive();
    },
    async markAll(events: readonly RequestEvent[]): Promise<void> {
      server.script(events);
      void engine.poller.lookNow().then(
        () => engine.poller.markAll().catch(() => undefined),
        () => undefined,
      );
      await revive();
      server.script([]);
    },
    async open(at: number): Promise<void> {
      const rows = disk.rows();
      if (rows.length === 0) return;
      const key = keyOf(rows[at % rows.length]!);
      try {
        operations.applySingle(ACCOUNT, await server.api.single(key.id), clock.now(), {});
      } catch {
        operations.gone(key);
      }
      await revive();
    },
    floor: () => floor,
    quietBelow: () => quietBelow,
    letGo,
    /** Keeps so many rows at most, but for those that are needed. */
    async retain(items: number): Promise<void> {
      const keep = { by: 'items', items } as const;
      const before = disk.names();
      const floorBefore = disk.floor();
      const { reread } = operations.retain({ account: ACCOUNT, keep, now: clock.now(), after: null });
      floor = disk.floor();
      // What was let go of is known no more, nor who marked it.
      const kept = new Set(disk.names());
      for (const name of before) if (!kept.has(name)) letGo.add(name);
      for (const name of marked.keys()) if (!kept.has(name)) marked.delete(name);
      if (!reread) return;
      count('reread');
      quietBelow = Math.max(quietBelow, floorBefore);
      letGo.clear(); // more is kept: they are to come back
      await restart(); // as its watcher is begun anew
    },
    restart,
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
