import { readFileSync, writeFileSync } from 'node:fs';

/** The most memory that processes held while `act` ran, over what they held before, in bytes. Linux alone tells. */
export async function peakGrowth(
  pids: readonly (number | 'self')[],
  act: () => Promise<unknown>,
): Promise<number> {
  // The peak begins anew.
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const sum = (name: string): number =>
    pids.map((pid) => statusOf(pid, name)).reduce((all, one) => all + one, 0);
  const before = sum('VmRSS');
  await act();
  return sum('VmHWM') - before;
}

function statusOf(pid: number | 'self', name: string): number {
  const line = RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) * 1024;
}
