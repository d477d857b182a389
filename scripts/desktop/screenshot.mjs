// Pictures of the virtual desktop.
//   screenshot(env, file, { of, crop, times })  PNG of a window, else of the root window, or of a part; true when it was written
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes.mjs';

/**
 * @param {NodeJS.ProcessEnv} env with DISPLAY
 * @param {string} file
 * @param {{ of?: string, crop?: { x: number, y: number, width: number, height: number } | undefined, times?: number }} [options] `of`: a window's id; px; `times` enlarges
 */
export async function screenshot(env, file, { of = 'root', crop, times = 1 } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const cut = crop ? ['-crop', `${crop.width}x${crop.height}+${crop.x}+${crop.y}`, '+repage'] : [];
  const scale = times > 1 ? ['-filter', 'point', '-resize', `${times * 100}%`] : [];
  const { code } = await run('import', ['-silent', '-window', of, ...cut, ...scale, file], { env });
  return code === 0 && existsSync(file);
}
