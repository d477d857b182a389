// What the demo prints on stdout: a line an event, as `[HH:MM:SS] who · what`.
//   tell(who, what)           one line
//   tellServerEvent(event)    a line for what the demo server reports; quiet reads are left out
//   tellAppLine(line)         the app's own log has the form already
//   createSteps()             → { step(name, act) } prints each step of the play with its time; throws StepFailed
import { wordsOf } from '../processes.mjs';

/**
 * @typedef {{ readonly event: string, readonly id?: number, readonly text?: string, readonly method?: string,
 *   readonly path?: string, readonly status?: number, readonly ids?: readonly number[] | 'all' }} ServerEvent
 */

/**
 * @param {string} who
 * @param {string} what
 */
export function tell(who, what) {
  const now = new Date();
  const clock = [now.getHours(), now.getMinutes(), now.getSeconds()]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
  console.log(`[${clock}] ${who} · ${what}`);
}

/** @param {ServerEvent} event */
export function tellServerEvent({ event, id, text, method, path, status, ids }) {
  if (event === 'arrived') tell('server', `#${id} ${text}`);
  else if (event === 'seen') tell('server', `seen: ${Array.isArray(ids) ? ids.join(', ') : 'all'}`);
  else if (event === 'request' && (method !== 'GET' || (status ?? 0) >= 400)) {
    tell('server', `${method} ${path} → ${status}`);
  }
}

/** @param {string} line */
export const tellAppLine = (line) => console.log(line);

class StepFailed extends Error {
  /**
   * @param {string} step
   * @param {unknown} cause
   */
  constructor(step, cause) {
    super(`${step}: ${wordsOf(cause)}`);
  }
}

export function createSteps() {
  /**
   * @template T
   * @param {string} name what must be seen
   * @param {() => T | Promise<T>} act throws when it isn't
   * @returns {Promise<T>}
   */
  async function step(name, act) {
    const start = Date.now();
    try {
      const seen = await act();
      tell('demo', `✓ ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      return seen;
    } catch (error) {
      throw new StepFailed(name, error);
    }
  }
  return { step };
}

/**
 * @param {unknown} condition
 * @param {string} otherwise
 * @returns {asserts condition}
 */
export function must(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}
