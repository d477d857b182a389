import { expect, onTestFinished, vi } from 'vitest';
import type { Account } from '../../../src-shared/account';
import type { Failure } from '../../../src-shared/app-error';
import type { Health } from '../../../src-shared/app-state';
import { wordsOf } from '../../support/words';
import { createInboxApi } from '../../../src-main/http/inbox-api';
import { createSend } from '../../../src-main/http/send';
import { createFakeClock, settle } from '../../support/fake-clock';
import { createFakeSecrets, startTestApp } from '../../support/fake-desktop';
import type { FakeServer } from '../../support/fake-server';
import { startFaultServer, type FaultServer, type FaultServerOptions } from '../../support/fault-server';

// Real sockets on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

export const S = 1000;
export const MIN = 60 * S;
/** Every 30 s, by default. */
export const EVERY = 30 * S;

export interface WorldOptions {
  /** Notifications from before Tocsin first looked, a second apart. */
  readonly history?: number;
  /** Accounts at each server, with the tokens t-1, t-2 …; by default one. */
  readonly accountsPerServer?: number;
  /** By default one. */
  readonly servers?: readonly Partial<Pick<FaultServerOptions, 'tls'>>[];
  /** Time to settle before the test begins; 0 lets it see the first look. */
  readonly first?: number;
}

/** The real core, HTTP client and store against real loopback sockets, on a clock that waits for them. */
export async function startWorld({
  history = 40,
  servers = [{}],
  first = 5 * S,
  accountsPerServer = 1,
}: WorldOptions = {}) {
  let inFlight = 0;
  const all: FaultServer[] = [];
  const heldBack = (): number => all.reduce((sum, { held }) => sum + held(), 0);
  /** Nothing is on its way: what still waits, waits for time to pass. */
  async function quiet(): Promise<void> {
    await settle();
    while (inFlight > heldBack()) await settle();
    await settle(); // what came is also read
    if (inFlight > heldBack()) await quiet();
  }
  const clock = createFakeClock(undefined, quiet);
  for (const options of servers) all.push(await startFaultServer({ clock, ...options }));
  for (const { inbox } of all)
    for (let i = 0; i < history; i += 1)
      inbox.add({ ts: (clock.now() - (history - i) * S) * 1000, seen: i % 2 === 0 });

  let attempts = 0;
  const send = createSend((url, init) => {
    attempts += 1;
    return fetch(url, init);
  }, clock);
  const counted: typeof send = (request) => {
    inFlight += 1;
    return send(request).finally(() => (inFlight -= 1));
  };
  const secrets = createFakeSecrets();
  const serverOf = (i: number): FaultServer => all[Math.floor(i / accountsPerServer)]!;
  const accounts = Array.from({ length: all.length * accountsPerServer }, (_, i): Account => ({
    id: `lab${i + 1}`,
    kind: 'inbox',
    name: `Lab ${i + 1}`,
    baseUrl: serverOf(i).origin,
    scheme: 'Token',
    allowHttp: false,
  }));
  for (const [i, { id, baseUrl }] of accounts.entries())
    await secrets.put(id, baseUrl, `t-${1 + (i % accountsPerServer)}`);
  const tested = startTestApp(clock, {
    secrets,
    accountsFile: { read: () => accounts, write: () => undefined },
    apis: {
      inbox: (account, token) => createInboxApi(counted, account, token),
      tenant: () => Promise.reject(new Error('none here')) as never,
      forget: () => undefined,
    },
  });
  const { app, toaster } = tested;
  onTestFinished(async () => {
    await app.stop();
    await Promise.all(all.map((one) => one.down()));
  });
  await app.start();
  if (first > 0) await clock.pass(first);

  const account = (i = 0) => app.state().accounts[i]!;
  const health = (i = 0): Health => account(i).health;
  const failure = (i = 0): Failure | undefined => {
    const now = health(i);
    return 'failure' in now ? now.failure : undefined;
  };
  /** New, unseen, of a kind that is told at once. */
  const arrive = (i = 0, more: Parameters<FakeServer['add']>[0] = {}) => {
    const task = (i + 1) * 100_000 + all[i]!.inbox.items.length;
    const added = all[i]!.inbox.add({ type: 3, data: { task_id: task }, ...more });
    if (added.type === 3 && !added.seen) arrived.push(`Task ${task} failed`);
    return added;
  };
  const arrived: string[] = [];
  const told = (): string[] => toaster.shown.map(({ title }) => title);

  /** Nothing lost, nothing doubled, every arrival told once, and watched. */
  async function whole(): Promise<void> {
    for (const [i, { id }] of accounts.entries()) {
      const { inbox } = serverOf(i);
      const { rows } = await app.store.query({ account: id }, 0, 100_000);
      // A mark that the server refused shows as seen, and as "not accepted": the server has it unseen.
      const here = rows
        .filter(({ live }) => live)
        .map(({ key, seen, mark }) => `${key.id} ${key.ts} ${seen && mark !== 'refused'}`);
      const there = inbox.items.map((one) => `${one.id} ${one.ts} ${one.seen}`);
      expect(here.toSorted(), `account ${i + 1}`).toEqual(there.toSorted());
      expect(health(i), `account ${i + 1}`).toEqual({ state: 'watching' });
      expect(account(i).progress, 'history').toBeNull();
    }
    for (const title of arrived)
      expect(
        told().filter((one) => one === title),
        title,
      ).toHaveLength(1);
    expect(tested.lines.filter((line) => line.startsWith('bug'))).toEqual([]);
    const onScreen = toaster.shown.filter(({ tag }) => tag.endsWith('/watch')).map(({ tag }) => tag);
    expect(new Set(onScreen), 'trouble that is over is taken off the screen').toEqual(
      new Set(toaster.withdrawn.filter((tag) => tag.endsWith('/watch'))),
    );
  }

  return {
    ...tested,
    clock,
    servers: all,
    server: all[0]!,
    account,
    health,
    failure,
    arrive,
    told,
    whole,
    /** Requests that were made, answered or not. */
    attempts: () => attempts,
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

/** Every language says what is wrong and what to do next. */
export function sayable(failure: Failure): void {
  for (const language of ['en', 'pl', 'ro']) {
    const { what, next } = wordsOf(language as 'en').messages.failures[failure.kind](failure);
    expect(what.length, language).toBeGreaterThan(5);
    expect(next.length, language).toBeGreaterThan(5);
  }
}
