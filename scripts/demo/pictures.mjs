// The pictures of the demo, in out/demo/.
//   createPictures(session)  → { tray(item, name), toast(), window(find), desktop(name), saved() }
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toastArea } from '../desktop/dunst.mjs';
import { screenshot } from '../desktop/screenshot.mjs';
import { repoRoot, run, waitUntil } from '../processes.mjs';

/** Fewer colours than this is an empty page: smoothed text alone has more. */
const PAINTED_COLOURS = 40;

/** @param {import('../desktop/session.mjs').Session} session */
export function createPictures({ env, panel }) {
  const folder = path.join(repoRoot, 'out', 'demo');
  rmSync(folder, { recursive: true, force: true }); // an older run's pictures would speak for this one
  mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const saved = [];
  const keep = (/** @type {string} */ name) => {
    saved.push(path.join('out', 'demo', name));
    return path.join(folder, name);
  };

  /**
   * The icon at its own size and enlarged, and how a real panel shows it.
   * @param {Pick<ReturnType<typeof import('../desktop/tray-client.mjs').trayItem>, 'iconPng'>} item
   * @param {string} name
   */
  async function tray(item, name) {
    writeFileSync(keep(`${name}.png`), await item.iconPng());
    writeFileSync(keep(`${name}-x8.png`), await item.iconPng({ times: 8 }));
    // The right end of the bottom panel, 1280 × 800.
    const crop = { x: 1120, y: 768, width: 160, height: 32 };
    if (panel) await screenshot(env, keep(`${name}-in-panel.png`), { crop, times: 4 });
  }

  const desktop = (/** @type {string} */ name) => screenshot(env, keep(name));

  async function toast() {
    const area = await waitUntil(() => toastArea(env), 3000, 'a drawn toast');
    const margin = 12;
    const crop = {
      x: area.x - margin,
      y: area.y - margin,
      width: area.width + 2 * margin,
      height: area.height + 2 * margin,
    };
    await screenshot(env, keep('toast.png'), { crop });
    await desktop('desktop.png');
  }

  /**
   * Waits until there is more in the window than its background.
   * @param {() => Promise<string | undefined>} find its id
   */
  async function window(find) {
    const file = keep('window.png');
    const isPainted = async () => {
      const of = await find();
      if (of === undefined) return false;
      await screenshot(env, file, { of });
      const { output } = await run('identify', ['-format', '%k', file]);
      return Number(output) >= PAINTED_COLOURS;
    };
    await waitUntil(isPainted, 10_000, 'a painted window');
  }

  return { tray, toast, window, desktop, saved: () => saved };
}
