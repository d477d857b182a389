// A real dunst on a bus of its own, drawing on the session's display what the recording service was told.
//   startDunst({ env, dir })  → { notify(rawBody), close(id), onAction(f), onClosed(f), stop() }, or undefined without dunst
//   clickToast(env)           a real mouse click on the newest bubble; false when none is drawn
//   toastArea(env)            → { x, y, width, height } of the bubbles, or undefined
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram, run, waitUntil } from '../processes.mjs';
import { startBusDaemon } from './bus-daemon.mjs';
import { connectBus } from './bus.mjs';
import { createChildren } from './children.mjs';
import { windowArea } from './windows.mjs';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

const CONFIG = `[global]
    follow = none
    width = (320, 420)
    height = 300
    origin = top-right
    offset = 24x24
    font = Sans 11
    markup = full
    format = "<b>%s</b>\\n%b"
    show_indicators = no
    padding = 12
    horizontal_padding = 14
    frame_width = 1
    frame_color = "#5f6b7a"
    max_icon_size = 32
    mouse_left_click = do_action, close_current
    mouse_middle_click = close_all
    mouse_right_click = close_current
    notification_limit = 5
[urgency_low]
    background = "#1d232b"
    foreground = "#e8ecf1"
    timeout = 30
[urgency_normal]
    background = "#1d232b"
    foreground = "#e8ecf1"
    timeout = 30
[urgency_critical]
    background = "#3b1a1e"
    foreground = "#ffffff"
    frame_color = "#e5484d"
    timeout = 0
`;

/** @param {{ env: NodeJS.ProcessEnv, dir: string }} session */
export async function startDunst({ env, dir }) {
  const program = findProgram('dunst');
  if (!program) return undefined;
  const folder = path.join(dir, 'dunst');
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'dunstrc');
  writeFileSync(config, CONFIG);

  const children = createChildren(folder);
  const address = await startBusDaemon(children, path.join(folder, 'bus'));
  children.start(program, ['-config', config], { env: { ...env, DBUS_SESSION_BUS_ADDRESS: address } });
  const bus = await connectBus(address);
  await waitUntil(() => bus.hasOwner(NAME), 30_000, 'dunst');
  await bus.match(`type='signal',interface='${NAME}'`);

  /** @param {string} wanted */
  const on = (wanted) => (/** @type {(id: number, detail: unknown) => void} */ tell) =>
    bus.onSignal(({ member, body }) => {
      if (member === wanted) tell(Number(body[0]), body[1]);
    });
  return {
    /** @param {readonly unknown[]} body of Notify, Variants kept */
    notify: async (body) => Number((await bus.call(NAME, PATH, NAME, 'Notify', 'susssasa{sv}i', body))[0]),
    close: (/** @type {number} */ id) => bus.call(NAME, PATH, NAME, 'CloseNotification', 'u', [id]),
    onAction: on('ActionInvoked'),
    onClosed: on('NotificationClosed'),
    async stop() {
      bus.close();
      await children.stopAll();
    },
  };
}

/** @param {NodeJS.ProcessEnv} env */
export const toastArea = (env) => windowArea(env, 'class', 'Dunst');

/** @param {NodeJS.ProcessEnv} env */
export async function clickToast(env) {
  const area = await toastArea(env);
  if (!area) return false;
  // Near the top: the newest bubble, its title.
  const [x, y] = [area.x + Math.round(area.width / 2), area.y + 20];
  const { code } = await run('xdotool', ['mousemove', `${x}`, `${y}`, 'sleep', '0.1', 'click', '1'], { env });
  return code === 0;
}
