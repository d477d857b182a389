import type { Decision } from '../../src-main/core/alerts/thin/decision';
import { nameOf } from './server';

/** What the desktop was asked to show, counted as a person would (alerts.md, Words: an update in place is no new toast). */
export function createTellings(fail: (what: string) => void) {
  const decisions = new Map<string, Decision>();
  const toldIn = new Map<string, string>();
  const digested = new Set<string>();
  return {
    decided: (given: readonly Decision[]): void => given.forEach((one) => decisions.set(one.tag, one)),
    /** I2: "Per notification at most one toast." */
    show(tag: string): void {
      const decision = decisions.get(tag);
      if (!decision) return fail(`I2 a bubble ${tag} that nobody decided`);
      for (const name of decision.members.map(nameOf)) {
        if (decision.kind === 'restart-digest' || decision.kind === 'pause-digest') {
          digested.add(name);
          continue;
        }
        const before = toldIn.get(name);
        const again = decision.kind === 'item' ? before !== undefined || digested.has(name) : false;
        const moved = before !== undefined && before !== tag && !decision.withdraw.includes(before);
        if (again || moved) fail(`I2 ${name} told twice: ${before ?? 'in a digest'}, then ${tag}`);
        toldIn.set(name, tag);
      }
    },
    told: (name: string): boolean => toldIn.has(name) || digested.has(name),
  };
}
