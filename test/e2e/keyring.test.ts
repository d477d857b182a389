import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { startDesk } from './support/desk';
import { openKeyring } from './support/keyring';
import { folder, provisionFile, startPlain } from './support/plain-app';
import { statusOf } from './support/run-to-end';

test('a keyring that is locked at the start: said; once it is unlocked Tocsin starts again by itself, and watches', async () => {
  const { inbox } = await startDesk();
  const keyring = await openKeyring();
  const at = folder();
  const profile = join(at, 'profile');
  const switches = [`--user-data-dir=${profile}`, '--hidden', '--password-store=gnome-libsecret'];
  const file = provisionFile(at, 'provision.json', { accounts: [inbox], preferences: { language: 'en' } });
  const first = startPlain(...switches, `--provision=${file}`);
  await waitUntil(() => /first sync done/.test(first.output()), 20_000, 'the first sync');
  first.child.kill('SIGTERM');
  await first.ended;

  await keyring.lock();
  const second = startPlain(...switches);
  await waitUntil(
    () => /not watching · Lab: token-locked/.test(second.output()),
    20_000,
    'that it is locked',
  );
  const again = endOfTheNext(profile, second.child.pid!);
  await keyring.unlock();
  expect(await second.ended).toBe(0);

  const pid = await again();
  // It may still be starting, and give no answer.
  const isWatching = async () =>
    (await statusOf(profile).catch(() => undefined))?.accounts[0]?.health.state === 'watching';
  await waitUntil(isWatching, 40_000, 'watching');
  expect(pid).not.toBe(second.child.pid);
}, 120_000);

/** Its own successor is nobody's child: it ends with the test. @returns waits for it, and gives its process id */
function endOfTheNext(profile: string, before: number): () => Promise<number> {
  const running = (): number => {
    try {
      return Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1] ?? 0);
    } catch {
      return 0;
    }
  };
  const next = (): number => (running() === before ? 0 : running());
  onTestFinished(async () => {
    const pid = next();
    if (pid === 0) return;
    process.kill(pid, 'SIGTERM');
    await waitUntil(() => running() === 0, 10_000, 'its end');
  });
  return async () => {
    await waitUntil(() => next() > 0, 20_000, 'the next start');
    return next();
  };
}
