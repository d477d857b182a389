// Where windows are on the virtual desktop, by xdotool.
//   windowArea(env, by, pattern)  → { x, y, width, height } of a visible one, or undefined; of one with a frame xdotool adds that twice
//   windowId(env, name)           → the id of a visible one, or undefined
import { run } from '../processes.mjs';

/**
 * @typedef {{ x: number, y: number, width: number, height: number }} Area px
 * @param {NodeJS.ProcessEnv} env
 * @param {'class' | 'name'} by
 * @param {string} pattern a regular expression
 * @returns {Promise<Area | undefined>}
 */
export async function windowArea(env, by, pattern) {
  const args = ['search', '--onlyvisible', `--${by}`, pattern, 'getwindowgeometry', '--shell'];
  const { code, output } = await run('xdotool', args, { env });
  if (code !== 0) return undefined;
  const read = (/** @type {string} */ key) => Number(new RegExp(`^${key}=(-?\\d+)$`, 'm').exec(output)?.[1]);
  return { x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name a regular expression
 * @returns {Promise<string | undefined>}
 */
export async function windowId(env, name) {
  const { code, output } = await run('xdotool', ['search', '--onlyvisible', '--name', name], { env });
  return code === 0 ? output.trim().split('\n')[0] : undefined;
}
