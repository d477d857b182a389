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
import { asFast, startOf, userOf } from '../../scripts/demo/storm-day.mjs';
import { sleep } from '../../scripts/processes.mjs';
import { startRun } from '../crash/run-app.mjs';
import { readDay } from './read-day.mjs';

const HOUR = 3600;
/** What is done to the machine, by the seconds of the day as `src-main/demo/storm-day.ts` plans them. */
const DAY = {
  asleep: { from: 12 * HOUR, to: 13 * HOUR },
  noNetwork: { from: 19 * HOUR, to: 19.5 * HOUR },
};
/** The severity that the user takes for critical. */
const CRITICAL = 9;
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
    const fast = asFast(speed, start);
    const run = startRun({
      exe,
      switches: [...fast.switches, ...switches],
      // One bus for both: there is no system here whose own would be heard.
      env: {
        ...session.env,
        DBUS_SYSTEM_BUS_ADDRESS: session.busAddress,
        ...fast.env,
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
    return readDay(profile, notes.shown(), CRITICAL);
  } finally {
    await children.stopAll();
    tray.close();
    login.close();
    await notes.close();
    await session.stop();
  }
}

/**
 * @param {import('../../scripts/demo/server.mjs').DemoServer} server
 * @param {number} start
 */
const provisionOf = ({ baseUrl, token }, start) => ({
  accounts: [{ kind: 'inbox', name: 'Lab', baseUrl, scheme: 'Token', token }],
  preferences: { language: 'en', ...userOf(start) },
});
