import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Secrets } from '../../../src-main/core/ports';
import { createFakeClock } from '../../support/fake-clock';
import { createFakeSecrets, createInlineStore, startTestApp, type TestApp } from '../../support/fake-desktop';
import { createFakeServer } from '../../support/fake-server';
import { LAB } from '../../support/lab';
import { refusing } from '../../support/refusing-store';

/** How soon a history that was refused is tried again, and then at most. ms. */
const AGAIN_MS = 10_000;

/**
 * A second run of which the history is refused for a while. The first ended in a crash with a bubble on its way, and
 * something came since.
 */
async function secondRun() {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-core-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = createFakeClock();
  const server = createFakeServer(clock);
  const apis = { inbox: () => server, tenant: () => ({}) as never, forget: () => undefined };
  const first = startTestApp(clock, { apis, folder });
  first.toaster.show = () => new Promise(() => undefined);
  await first.app.provision({ accounts: [LAB] });
  await first.app.start();
  await clock.pass(1000);
  server.add({ type: 3, data: { task_id: 7 } });
  server.add({ type: 3, data: { task_id: 8 } });
  await clock.pass(30_000);
  clock.die(1000);
  server.add({ type: 3, data: { task_id: 71 } });

  /** Operations that are refused for now. */
  const { store, refused } = refusing(createInlineStore(() => clock.now()));
  const again = (secrets: Secrets = createFakeSecrets()): TestApp =>
    startTestApp(clock, {
      apis,
      folder,
      store,
      secrets,
      accountsFile: { read: () => first.files.accounts, write: () => undefined },
    });
  return { clock, server, refused, again };
}
const alerts = ({ toaster }: TestApp): string[] =>
  toaster.shown.map(({ title }) => title).filter((title) => title !== 'Not watching Lab');
const LEFT = '2 notifications while restarting';

test.for([
  { when: 'before the pollers begin', keyring: 0, refusedFor: 0 },
  { when: 'while the keyring asks for its password', keyring: 15_000, refusedFor: 5000 },
  { when: 'after the pollers have begun', keyring: 0, refusedFor: 5000 },
  { when: 'after some tries', keyring: 0, refusedFor: 35_000 },
])('the history opens $when: told what was left, then what came', async ({ keyring, refusedFor }) => {
  const { clock, refused, again } = await secondRun();
  const secrets = createFakeSecrets();
  const slow: Secrets = {
    ...secrets,
    put: async (...given) => {
      await new Promise<void>((done) => clock.after(keyring, done));
      return secrets.put(...given);
    },
  };
  const run = again(slow);
  if (refusedFor > 0) refused.set('open', 'read-only');
  clock.after(refusedFor, () => refused.delete('open'));
  void run.app.start({ accounts: [LAB] });
  await clock.pass(keyring + refusedFor + AGAIN_MS + 2000);
  expect(run.app.state()).toMatchObject({ ready: true, storage: null });
  expect(alerts(run)).toEqual([LEFT, 'Task 71 failed']);
});

test.for(['summary', 'relevel', 'standing', 'recover', 'decide', 'applyPage'] as const)(
  'the history opens, and refuses %s for a moment: all is told once it no longer does',
  async (name) => {
    const { clock, refused, again } = await secondRun();
    const run = again();
    refused.set('open', 'read-only').set(name, 'read-only');
    void run.app.start();
    await clock.pass(5000);
    refused.delete('open');
    await clock.pass(AGAIN_MS);
    refused.delete(name);
    await clock.pass(2 * AGAIN_MS);
    expect(run.app.state()).toMatchObject({ ready: true, storage: null });
    expect(alerts(run).toSorted()).toEqual([LEFT, 'Task 71 failed']);
    expect(run.app.state().counts.unseen).toBe(3);
  },
);

test('what came while it was refused and what comes just before the first poll are told together', async () => {
  const { clock, server, refused, again } = await secondRun();
  const run = again();
  refused.set('open', 'read-only');
  void run.app.start();
  await clock.pass(5000);
  server.add({ type: 3, data: { task_id: 72 } });
  refused.delete('open');
  await clock.pass(AGAIN_MS);
  expect(alerts(run)).toEqual([LEFT, expect.stringMatching(/^While you were away: 2 /)]);
});
