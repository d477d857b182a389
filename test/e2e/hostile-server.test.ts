import { expect, onTestFinished, test, vi } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { processTree } from '../bench/process-tree.mjs';
import { startFaultServer, type Fault } from '../support/fault-server';
import * as faults from '../support/faults';
import { peakGrowth } from '../support/peak-memory';
import { startDesk } from './support/desk';

vi.setConfig({ testTimeout: 120_000 });

const MB = 1024 * 1024;
/** A sixth toast within 30 s would make one of them all (alerts.md, Storm). */
const BEFORE_A_STORM = 5;

/** Inboxes that are well at first, each on a server of its own that can be told to go wrong. */
async function inboxes(...names: string[]) {
  const servers = await Promise.all(names.map(() => startFaultServer({ clock: { now: () => Date.now() } })));
  onTestFinished(() => Promise.all(servers.map((one) => one.down())).then(() => undefined));
  for (const { inbox } of servers)
    for (let i = 0; i < 20; i += 1) inbox.add({ ts: (Date.now() - (30 - i) * 60_000) * 1000, seen: true });
  const accounts = servers.map(({ origin }, i) => ({
    kind: 'inbox',
    name: names[i],
    baseUrl: origin,
    scheme: 'Token',
    token: 't-1',
  }));
  const { launch, said, notes } = await startDesk();
  const app = await launch({
    provision: { accounts, preferences: { pollSeconds: 10, language: 'en' } },
    switches: ['--hidden'],
  });
  for (const name of names) await said(app, new RegExp(`first sync done · ${name}`));
  /** How often the app has said this line. */
  const count = (line: RegExp): number =>
    app
      .output()
      .split('\n')
      .filter((one) => line.test(one)).length;
  return { servers, app, count, notes };
}

test('what a server may do to the real network stack: each told as what it is, healed by the next good answer', async () => {
  const thief = await startFaultServer({ clock: { now: () => Date.now() } });
  onTestFinished(thief.down);
  const ways: Readonly<Record<string, Fault>> = {
    redirect: faults.redirect(`${thief.origin}/api/user/notifications/`, 307),
    timeout: faults.stall(40),
    connection: faults.reset(40),
    'broken-json': faults.text((whole) => whole.slice(0, 100)),
    'not-json': faults.page,
    throttled: faults.status(429, () => ({ 'Retry-After': '11' })),
  };
  const kinds = Object.keys(ways);
  const { servers, count, notes } = await inboxes(...kinds);
  for (const [i, kind] of kinds.entries()) servers[i]!.fault = ways[kind];
  const failed = (kind: string): boolean => count(new RegExp(`poll failed · ${kind}: ${kind}( |$)`)) > 0;
  await waitUntil(() => kinds.every(failed), 40_000, 'each cause').catch(() => undefined);
  expect(kinds.filter((kind) => !failed(kind))).toEqual([]);
  expect(thief.questions, 'the token went elsewhere').toEqual([]);
  const before = kinds.map((kind) => count(new RegExp(`watching · ${kind}$`)));
  for (const [i, { inbox }] of servers.entries()) {
    servers[i]!.fault = undefined;
    if (i < BEFORE_A_STORM) inbox.add({ type: 3, data: { task_id: 9000 + i } });
  }
  const told = (i: number): boolean =>
    notes.shown().some(({ summary }) => summary.includes(`Task ${9000 + i}`));
  const arrivals = kinds.slice(0, BEFORE_A_STORM);
  await waitUntil(() => arrivals.every((_, i) => told(i)), 60_000, 'each arrival').catch(() => undefined);
  expect(arrivals.filter((_, i) => !told(i))).toEqual([]);
  // A toast comes before the poll that found it is through.
  const healed = (): boolean =>
    kinds.every((kind, i) => count(new RegExp(`watching · ${kind}$`)) > before[i]!);
  await waitUntil(healed, 20_000, 'each is watched again');
});

test('a body of 100 MB and a gzip bomb in every answer cost the real process under 50 MB', async () => {
  const { servers, app, count } = await inboxes('Lab');
  const server = servers[0]!;
  const ofApp = processTree(app.app.process().pid!);
  const pidsOf = (wanted: string) => ofApp.filter(({ type }) => type === wanted).map(({ pid }) => pid);
  const tooLarge = (): number => count(/poll failed · Lab: too-large/);
  const bombs = { 'a body of 100 MB': faults.flood(100 * MB), 'a gzip bomb of 1 GiB': faults.bomb(1024) };
  for (const [what, fault] of Object.entries(bombs)) {
    const before = tooLarge();
    server.fault = fault;
    let inNetwork = 0;
    const inMain = await peakGrowth(pidsOf('main'), async () => {
      inNetwork = await peakGrowth(pidsOf('utility'), () =>
        waitUntil(() => tooLarge() >= before + 2, 60_000, 'too large twice'),
      );
    });
    console.log(
      `${what}: ${(inMain / MB).toFixed(1)} MB more in main, ${(inNetwork / MB).toFixed(1)} MB in Chromium’s network process`,
    );
    expect(inMain, what).toBeLessThan(50 * MB);
    server.fault = undefined;
    const asked = server.questions.length;
    await waitUntil(() => server.questions.length > asked, 30_000, 'the next poll');
  }
  expect(app.output()).not.toMatch(/\] bug/);
});
