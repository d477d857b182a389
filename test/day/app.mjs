// The scripted day through the built app: the demo server plays it, main's time goes as fast as the server's, and a
// notification service records what is told.
//   playDay({ exe, switches, speed, say })  → what became of it
// The user of that day: quiet hours, a text rule, one silence, an hour asleep (as logind says it, the process stopped), half
// an hour without network, and nobody who touches anything.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectBus } from '../../scripts/desktop/bus.mjs';
import { cleanAtExit, createChildren } from '../../scripts/desktop/children.mjs';
import { startNotificationService } from '../../scripts/desktop/notification-service.mjs';
import { startSession } from '../../scripts/desktop/session.mjs';
import { startTrayHost } from '../../scripts/desktop/tray-host.mjs';
import { startDemoServer } from '../../scripts/demo/server.mjs';
import { sleep } from '../../scripts/processes.mjs';
import { startRun } from '../crash/run-app.mjs';
import { readDay } from './read-day.mjs';

const HOUR = 3600;
/** Seconds of the day, as `src-main/demo/storm-day.ts` plans them. */
const DAY = {
  quiet: { from: 2 * HOUR, to: 4 * HOUR },
  asleep: { from: 12 * HOUR, to: 13 * HOUR },
  noNetwork: { from: 19 * HOUR, to: 19.5 * HOUR },
  silenced: { agent: 501, to: 22.5 * HOUR },
  dull: 'jitter',
  critical: 9,
};
const LOGIN = 'org.freedesktop.login1';
const LOGIN_PATH = '/org/freedesktop/login1';

/**
 * @param {{ exe: string, switches: readonly string[], speed: number, say: (line: string) => void }} options
 * @returns {Promise<ReturnType<typeof readDay>>}
 */
export async function playDay({ exe, switches, speed, say }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-day-')); // 0700 by itself
  cleanAtExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const children = createChildren(folder);
  const session = await startSession();
  const tray = await startTrayHost(session.busAddress);
  const notes = await startNotificationService(session.busAddress);
  const login = await connectBus(session.busAddress);
  await login.own(LOGIN, LOGIN_PATH, {});
  try {
    const server = await startDemoServer(children, {
      seed: '1',
      live: false,
      history: 0,
      more: ['--scenario', 'storm-day', '--speed', String(speed)],
      onEvent: () => {},
    });
    const start = await startOf(server, speed);
    const provision = path.join(folder, 'provision.json');
    writeFileSync(provision, JSON.stringify(provisionOf(server, start)), { mode: 0o600 });
    const profile = path.join(folder, 'profile');
    const run = startRun({
      exe,
      switches: ['-r', path.join(import.meta.dirname, 'fast-clock.cjs'), ...switches],
      // One bus for both: there is no system here whose own would be heard.
      env: {
        ...session.env,
        DBUS_SYSTEM_BUS_ADDRESS: session.busAddress,
        TZ: 'UTC',
        FAST_SPEED: String(speed),
        FAST_START: String(start),
      },
      folder,
      profile,
      provision,
    });
    await run.said(/first sync done/, 60_000);
    /** @param {number} second of the day */
    const until = async (second) => {
      await sleep(Math.max(0, start + (second * 1000) / speed - Date.now()));
      if (run.isOver()) throw new Error(`the app ended early: ${run.lines.slice(-5).join(' | ')}`);
      say(`${(second / HOUR).toFixed(1)} h`);
    };
    await until(DAY.asleep.from);
    login.emit(LOGIN_PATH, `${LOGIN}.Manager`, 'PrepareForSleep', 'b', [true]);
    await sleep(50);
    process.kill(run.pid, 'SIGSTOP');
    await until(DAY.asleep.to);
    process.kill(run.pid, 'SIGCONT');
    login.emit(LOGIN_PATH, `${LOGIN}.Manager`, 'PrepareForSleep', 'b', [false]);
    await until(DAY.noNetwork.from);
    await server.control('POST', 'fault', { kind: 'reset', times: 'all' });
    await until(DAY.noNetwork.to);
    await server.control('DELETE', 'fault');
    await until(24 * HOUR + 120);
    run.terminate();
    await run.ended;
    await run.orphansGone();
    return readDay(profile, notes.shown(), DAY.critical);
  } finally {
    await children.stopAll();
    tray.close();
    login.close();
    await notes.close();
    await session.stop();
  }
}

/**
 * When the server's clock began to run ahead, ms since the epoch: by its `Date`, whose second is a few ms of ours.
 * @param {import('../../scripts/demo/server.mjs').DemoServer} server
 * @param {number} speed
 */
async function startOf({ baseUrl }, speed) {
  const answer = await fetch(`${baseUrl}/api/user/notifications/`);
  const now = Date.now();
  await answer.arrayBuffer();
  return (now * speed - Date.parse(answer.headers.get('date') ?? '')) / (speed - 1);
}

/**
 * @param {import('../../scripts/demo/server.mjs').DemoServer} server
 * @param {number} start
 */
function provisionOf({ baseUrl, token }, start) {
  const minute = (/** @type {number} */ second) => Math.floor((start / 1000 + second) / 60) % (24 * 60);
  const { quiet, silenced, dull, critical } = DAY;
  return {
    accounts: [{ kind: 'inbox', name: 'Lab', baseUrl, scheme: 'Token', token }],
    preferences: {
      language: 'en',
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
    },
  };
}
