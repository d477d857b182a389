// One figure as it is printed and written: value, limit, and what it was made of.
//   ratio(name, limit, { ours, theirs }, unit)  → the row of ours / theirs, both medians

import { median, shown } from './numbers.mjs';

/**
 * @typedef {import('./numbers.mjs').Unit} Unit
 * @typedef {{ readonly name: string, readonly value: number, readonly unit: Unit, readonly limit: number | null,
 *   readonly detail: string, readonly samples: Readonly<Record<string, readonly number[]>> }} Row
 *   `limit`: the highest that is good; null: told, not judged
 * @typedef {{ readonly ours: readonly number[], readonly theirs: readonly number[] }} Pair
 */

/**
 * @param {string} name
 * @param {number} limit
 * @param {Pair} pair
 * @param {Unit} unit of the samples
 * @param {string} [theirName]
 * @returns {Row}
 */
export function ratio(name, limit, { ours, theirs }, unit, theirName = 'bare') {
  // The best runs were disturbed least: on a busy machine they tell more than the medians.
  const best = shown(Math.min(...ours) / Math.min(...theirs), '×');
  const detail = `${shown(median(ours), unit)}, ${theirName} ${shown(median(theirs), unit)}; best of each ${best}`;
  return { name, value: median(ours) / median(theirs), unit: '×', limit, detail, samples: { ours, theirs } };
}

/** @param {Row} row */
export const verdict = ({ value, limit }) => (limit === null ? '' : value <= limit ? 'ok' : 'OVER');

/**
 * @param {readonly object[]} seen
 * @param {string} key
 * @returns {number[]}
 */
export const column = (seen, key) =>
  seen.map((one) => Number(/** @type {Record<string, unknown>} */ (one)[key]));
