// The client of the scripted day: its user, and a main process whose time goes as many times faster as the server's.
//   startOf(server, speed)   → when the server's clock began to run ahead, ms since the epoch
//   userOf(start)            → their preferences
//   asFast(speed, start)     → { switches, env } for the app
import path from 'node:path';

const HOUR = 3600;
/** What that user has set, by the seconds of the day as `src-main/demo/storm-day.ts` plans them. */
const DAY = {
  quiet: { from: 2 * HOUR, to: 4 * HOUR },
  silenced: { agent: 501, to: 22.5 * HOUR },
  dull: 'jitter',
  critical: 9,
};

/**
 * By the server's `Date`, whose second is a few ms of ours.
 * @param {Pick<import('./server.mjs').DemoServer, 'baseUrl'>} server
 * @param {number} speed
 */
export async function startOf({ baseUrl }, speed) {
  const answer = await fetch(`${baseUrl}/api/user/notifications/`);
  const now = Date.now();
  await answer.arrayBuffer();
  return (now * speed - Date.parse(answer.headers.get('date') ?? '')) / (speed - 1);
}

/** @param {number} start ms since the epoch; the app's zone is UTC, see `asFast` */
export function userOf(start) {
  const minute = (/** @type {number} */ second) => Math.floor((start / 1000 + second) / 60) % (24 * 60);
  const { quiet, silenced, dull, critical } = DAY;
  return {
    pollSeconds: 30,
    severityLevels: { [critical]: 'critical' },
    quietHours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: minute(quiet.from), to: minute(quiet.to) }],
    textRules: [{ pattern: dull, rule: 'badge' }],
    // Its subject's account is not known yet, so the text stands for it: no other item names it.
    silences: [
      {
        id: 's1',
        what: { by: 'text', pattern: `"test_agent_id":${silenced.agent}}` },
        until: Math.floor(start + silenced.to * 1000),
      },
    ],
  };
}

/** @param {number} speed @param {number} start ms since the epoch */
export const asFast = (speed, start) => ({
  switches: ['-r', path.join(import.meta.dirname, 'fast-clock.cjs')],
  env: { TZ: 'UTC', FAST_SPEED: String(speed), FAST_START: String(start) },
});
