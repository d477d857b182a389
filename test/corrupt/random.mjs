// Repeatable chance: the same seed gives the same damage.

/** @typedef {(below: number) => number} Random a whole number from 0 to below - 1 */

/**
 * mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md
 * @param {number} seed
 * @returns {Random}
 */
export function randomOf(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
