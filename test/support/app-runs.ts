import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Account } from '../../src-shared/account';
import type { Preferences } from '../../src-shared/preferences';
import { createFakeClock } from './fake-clock';
import { startTestApp } from './fake-desktop';
import { createFakeServer } from './fake-server';
import { LAB } from './lab';

/**
 * The whole app over the real store in a folder of the test, watching one server: each `start` is a run that finds what
 * the one before left in the history and in the small files, however that one ended.
 */
export function appRuns(preferences: Partial<Preferences> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const apis = { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined };
  let accounts: readonly Account[] = [];
  const accountsFile = { read: () => accounts, write: (all: readonly Account[]) => void (accounts = all) };
  let pausedUntil: number | null = null;
  const pauseFile = {
    read: () => pausedUntil,
    write: (until: number | null) => void (pausedUntil = until),
  };

  /** A run, its first look done; `kill` ends it as `kill -9` does: none of its timers comes any more. */
  async function start() {
    let alive = true;
    const own = { ...clock, after: (ms: number, act: () => void) => clock.after(ms, () => alive && act()) };
    const tested = startTestApp(own, { apis, folder, accountsFile, pauseFile });
    await tested.app.provision({ accounts: [LAB], preferences });
    await tested.app.start();
    await clock.pass(1000);
    return {
      ...tested,
      titles: (): string[] => tested.toaster.shown.map(({ title }) => title),
      bugs: (): string[] => tested.lines.filter((line) => line.startsWith('bug')),
      kill: () => void (alive = false),
    };
  }
  return { clock, server, start };
}

/** What arrives: a task that failed, an agent that went offline. */
export const task = (id: number) => ({ type: 3, data: { task_id: id } });
export const agent = (id: number) => ({ data: { test_agent_id: id } });
