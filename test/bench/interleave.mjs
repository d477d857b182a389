// A/B/A/B: each round runs every variant once, and begins with another one.

/**
 * @template T
 * @template {string} Name
 * @param {number} rounds that count; one before them warms up
 * @param {Readonly<Record<Name, () => Promise<T>>>} variants
 * @returns {Promise<Record<Name, T[]>>}
 */
export async function interleave(rounds, variants) {
  const names = /** @type {Name[]} */ (Object.keys(variants));
  const seen = /** @type {Record<Name, T[]>} */ (
    /** @type {unknown} */ (Object.fromEntries(names.map((name) => [name, []])))
  );
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const result = await variants[name]();
      if (round > 0) seen[name].push(result);
    }
  }
  return seen;
}
