// median, and numbers as they are printed.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

/** @typedef {'×' | 'ms' | 'µs' | 'kB' | 'MB' | 'B' | ''} Unit */

/**
 * @param {number} value
 * @param {Unit} unit
 */
export function shown(value, unit) {
  const digits = unit === '×' ? 2 : Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
  return `${value.toFixed(digits)}${unit === '×' || unit === '' ? unit : ` ${unit}`}`;
}
