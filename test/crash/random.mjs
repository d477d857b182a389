// Chance that can be had again: the same seed throws the same dice.
//   createRandom(seed)  → { next, int, chance, pick, weighted }

/** @typedef {ReturnType<typeof createRandom>} Random */

/** Mulberry32, by Tommy Ettinger; public domain. @param {number} seed a whole number */
export function createRandom(seed) {
  let state = seed >>> 0;

  /** In [0, 1). */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  /** Both ends included. @param {number} from @param {number} to */
  const int = (from, to) => from + Math.floor(next() * (to - from + 1));

  return {
    next,
    int,
    chance: (/** @type {number} */ share) => next() < share,
    /**
     * @template T
     * @param {readonly T[]} list not empty
     */
    pick: (list) => /** @type {T} */ (list[int(0, list.length - 1)]),
  };
}
