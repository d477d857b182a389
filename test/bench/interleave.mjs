// A/B/A/B: each round runs every variant once, and begins with another one.

/**
 * @template {Readonly<Record<string, () => Promise<unknown>>>} Variants
 * @typedef {{ [Name in keyof Variants]: Awaited<ReturnType<Variants[Name]>>[] }} Results
 */

/**
 * @template {Readonly<Record<string, () => Promise<unknown>>>} Variants
 * @param {number} rounds that count; one before them warms up
 * @param {Variants} variants
 * @returns {Promise<Results<Variants>>}
 */
export async function interleave(rounds, variants) {
  const names = Object.keys(variants);
  /** @type {Map<string, unknown[]>} */
  const seen = new Map(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const result = await variants[name]?.();
      if (round > 0) seen.get(name)?.push(result);
    }
  }
  return /** @type {Results<Variants>} */ (Object.fromEntries(seen));
}
