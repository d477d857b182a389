// What a bubble for several says of their number.
//   countIn(summary)   how many it counts; 0: it speaks of one alone
//   isDigest(summary)  of all that was there to tell, at a start

const AWAY = /^(?:Away .+|While you were away): (.+)$/;

/** "14 alerts in 3 s", "2 notifications while restarting", "Away 12 s: 3 major, 1 warning, 1 still open". @param {string} summary */
export function countIn(summary) {
  const levels = AWAY.exec(summary)?.[1];
  if (levels === undefined) return Number(/^(\d+) /.exec(summary)?.[1] ?? 0);
  // Those still open are among the others.
  const counts = levels.split(', ').filter((part) => !part.endsWith('still open'));
  return counts.reduce((sum, part) => sum + Number.parseInt(part, 10), 0);
}

/** @param {string} summary */
export const isDigest = (summary) => AWAY.test(summary) || summary.endsWith(' while restarting');
