import { expect, test } from 'vitest';
import { waitUntil } from '../../scripts/processes.mjs';
import { processTree } from '../bench/process-tree.mjs';
import * as faults from '../support/faults';
import { peakGrowth } from '../support/peak-memory';
import { inboxes } from './support/inboxes';

const MB = 1024 * 1024;

test('a body of 100 MB and a gzip bomb in every answer cost the real process under 50 MB', async () => {
  const { servers, app, count, pollNow } = await inboxes('Lab');
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
      inNetwork = await peakGrowth(pidsOf('utility'), async () => {
        for (const times of [1, 2]) {
          await pollNow();
          await waitUntil(() => tooLarge() >= before + times, 60_000, `too large, ${times}`);
        }
      });
    });
    console.log(
      `${what}: ${(inMain / MB).toFixed(1)} MB more in main, ${(inNetwork / MB).toFixed(1)} MB in Chromium’s network process`,
    );
    expect(inMain, what).toBeLessThan(50 * MB);
    server.fault = undefined;
    const asked = server.questions.length;
    await pollNow();
    await waitUntil(() => server.questions.length > asked, 30_000, 'the next poll');
  }
  expect(app.output()).not.toMatch(/\] bug/);
}, 120_000);
