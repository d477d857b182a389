const OURS = [
  '--help',
  '--hidden',
  '--status',
  '--provision',
  '--user-data-dir',
  '--verbose',
  '--version',
] as const;

export interface Misspelt {
  readonly given: string;
  readonly meant: string;
}

/**
 * A switch that is one letter from one of ours: `--statsu` would open a window where a script waits for an answer.
 * Others may be Chromium's, and are none of our business.
 */
export function findMisspelt(args: readonly string[]): Misspelt | undefined {
  for (const arg of args) {
    const [given = ''] = arg.split('=');
    if (!given.startsWith('--') || OURS.some((one) => one === given)) continue;
    const meant = OURS.find((one) => isSlip(given, one));
    if (meant !== undefined) return { given, meant };
  }
  return undefined;
}

/** One letter too many, too few or another, or two neighbours in each other's place. */
function isSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
