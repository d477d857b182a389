import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startFaultServer, type Fault } from '../support/fault-server';
import * as faults from '../support/faults';
import { inboxes } from './support/inboxes';

/** A sixth toast within 30 s would make one of them all (docs/alerts.md, step 8). */
const BEFORE_A_STORM = 5;

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
  const { servers, count, notes, pollNow } = await inboxes(...kinds);
  for (const [i, kind] of kinds.entries()) servers[i]!.fault = ways[kind];
  await pollNow();
  const failed = (kind: string): boolean => count(new RegExp(`poll failed · ${kind}: ${kind}( |$)`)) > 0;
  await waitUntil(() => kinds.every(failed), 40_000, 'each cause').catch(() => undefined);
  expect(kinds.filter((kind) => !failed(kind))).toEqual([]);
  expect(thief.questions, 'the token went elsewhere').toEqual([]);
  const before = kinds.map((kind) => count(new RegExp(`watching · ${kind}$`)));
  for (const [i, { inbox }] of servers.entries()) {
    servers[i]!.fault = undefined;
    if (i < BEFORE_A_STORM) inbox.add({ type: 3, data: { task_id: 9000 + i } });
  }
  await pollNow();
  const told = (i: number): boolean =>
    notes.shown().some(({ summary }) => summary.includes(`Task ${9000 + i}`));
  const arrivals = kinds.slice(0, BEFORE_A_STORM);
  await waitUntil(() => arrivals.every((_, i) => told(i)), 60_000, 'each arrival').catch(() => undefined);
  expect(arrivals.filter((_, i) => !told(i))).toEqual([]);
  // A toast comes before the poll that found it is through.
  const healed = (): boolean =>
    kinds.every((kind, i) => count(new RegExp(`watching · ${kind}$`)) > before[i]!);
  await waitUntil(healed, 20_000, 'each is watched again');
}, 120_000);
