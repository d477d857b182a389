// Pictures of the virtual desktop.
//   screenshot(env, file, { crop, times })  PNG of the root window, or of a part; true when it was written
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes.mjs';

/**
 * @param {NodeJS.ProcessEnv} env with DISPLAY
 * @param {string} file
 * @param {{ crop?: { x: number, y: number, width: number, height: number } | undefined, times?: number }} [options] px; `times` enlarges
 */
export async function screenshot(env, file, { crop, times = 1 } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const cut = crop ? ['-crop', `${crop.width}x${crop.height}+${crop.x}+${crop.y}`, '+repage'] : [];
  const scale = times > 1 ? ['-filter', 'point', '-resize', `${times * 100}%`] : [];
  const { code } = await run('import', ['-silent', '-window', 'root', ...cut, ...scale, file], { env });
  return code === 0 && existsSync(file);
}
