// From the decision to Notify on the bus. Tocsin's decision is the answer of its database thread that holds one, seen by
// probe.cjs; the bare app's is the line before `show()`. Both tell the time of CLOCK_MONOTONIC; so does this process.
// Both poll a server of their own every 10 s; a notification arrives on both each time.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sleep, waitUntil } from '../../../scripts/processes.mjs';
import { median } from '../numbers.mjs';
import { startServer } from '../server.mjs';
import { probed } from '../probed.mjs';
import { agentOffline } from '../stage.mjs';
import { TOCSIN } from '../apps.mjs';

const POLL_MS = 10_000;
const HISTORY = 2000;
/** An agent that no other arrival names. */
const NOBODYS = 9999;

/**
 * @param {import('../stage.mjs').Stage} stage
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function toast(stage) {
  const notifiedBy = stage.desktop.notified;
  const shift = Number(process.hrtime.bigint()) / 1e6 - performance.now();
  const probe = path.join(stage.folder, 'toast-probe.json');
  const provision = path.join(stage.folder, 'toast.json');
  const ourServer = await startServer(stage.children, HISTORY);
  const theirServer = await startServer(stage.children, HISTORY);
  writeFileSync(
    provision,
    JSON.stringify(ourServer.provision({ pollSeconds: POLL_MS / 1000, holdDownSeconds: 0 })),
    {
      mode: 0o600,
    },
  );
  const ours = stage.start({
    app: TOCSIN,
    probe,
    args: [`--provision=${provision}`, '--verbose', '--hidden'],
  });
  await ours.line(/first sync done/);
  const options = await stage.bare('react');
  const given = [`--watch=${theirServer.baseUrl}`, `--token=${theirServer.token}`, '--hidden'];
  const bare = stage.start({ ...options, args: [...(options.args ?? []), ...given] });
  await bare.line(/^watching/);

  /** @type {{ ours: number[], bare: number[] }} answer of the server → Notify */
  const whole = { ours: [], bare: [] };
  // One more: the first of a process asks for capabilities, or starts libnotify. It is told apart.
  for (let n = 0; n <= stage.runs; n += 1) {
    await sleep(1000);
    const from = performance.now();
    await ourServer.control('arrive', agentOffline(n + 1));
    await theirServer.control('arrive', agentOffline(n + 1));
    for (const { name, server, into } of [
      { name: 'Tocsin', server: ourServer, into: whole.ours },
      { name: 'Bare', server: theirServer, into: whole.bare },
    ]) {
      const at = await waitUntil(
        () => notifiedBy(name).find((one) => one > from),
        2 * POLL_MS,
        `${name}’s toast`,
      );
      const asked = server.requests(from, at).at(-1);
      if (n > 0 && asked !== undefined) into.push(at - asked);
    }
  }
  const late = await withoutService(stage, ourServer, ours, probe);
  await ours.quit();
  await bare.quit();
  const decided = probed(probe, 'decided').map(({ at }) => at);
  const shows = bare.lines
    .flatMap(({ text }) => /^show (\S+)/.exec(text)?.[1] ?? [])
    .map((text) => Number(text) - shift);
  const [ourFirst, ...our] = delays(decided, notifiedBy('Tocsin'));
  const [theirFirst, ...their] = delays(shows, notifiedBy('Bare'));
  return [
    {
      name: 'toast decided → Notify on the bus',
      value: median(our),
      unit: 'ms',
      limit: median(their) + 1,
      detail: `bare ${median(their).toFixed(1)} ms; limit: + 1 ms; first of a process ${ourFirst?.toFixed(1)} ms, bare ${theirFirst?.toFixed(1)} ms`,
      samples: { ours: our, theirs: their },
    },
    {
      name: '… the list’s answer leaves the server → Notify',
      value: median(whole.ours),
      unit: 'ms',
      limit: null,
      detail: `bare ${median(whole.bare).toFixed(1)} ms, which keeps nothing; with two transactions on the disk`,
      samples: { ours: whole.ours, theirs: whole.bare },
    },
    {
      name: '… without a notification service: main’s loop late',
      value: late,
      unit: 'ms',
      limit: 50,
      detail:
        'the worst, from the arrival until a second after its toast was given up; Electron’s own blocks for 25 s',
      samples: { late: [late] },
    },
  ];
}

/**
 * A toast that nobody takes.
 * @param {import('../stage.mjs').Stage} stage
 * @param {import('../server.mjs').Server} server
 * @param {ReturnType<import('../stage.mjs').Stage['start']>} app
 * @param {string} probe
 * @returns {Promise<number>} ms by which main's loop was late at worst
 */
async function withoutService({ desktop }, server, app, probe) {
  await desktop.notifications(false);
  const from = performance.now();
  await server.control('arrive', agentOffline(NOBODYS));
  await app.line(/toast not shown .*: no-service/, 2 * POLL_MS);
  await sleep(1000);
  await desktop.notifications(true);
  return Math.max(0, ...probed(probe, 'late').flatMap(({ at, ms }) => (at > from ? ms : [])));
}

/**
 * From the latest beginning before it to each end; ms of performance.now().
 * @param {readonly number[]} begun
 * @param {readonly number[]} notified
 */
function delays(begun, notified) {
  return notified.flatMap((at) => {
    const from = begun.findLast((one) => one <= at);
    return from === undefined ? [] : [at - from];
  });
}
