import type { Bubble, Decision } from '../../src-main/core/alerts/decision';
import { nameOf } from './items';

/** What is a toast; all else is a digest. */
const BUBBLES: readonly string[] = ['item', 'flapping', 'rest', 'storm', 'storm-end'];

/** What the desktop was asked to show, counted as a person would (docs/alerts.md, Words: an update in place is no new toast). */
export function createTellings(fail: (what: string) => void) {
  const decisions = new Map<string, Bubble>();
  const toldIn = new Map<string, string>();
  const digested = new Set<string>();
  return {
    decided(given: readonly Decision[]): void {
      for (const one of given) if (one.kind !== 'silent-feed') decisions.set(one.tag, one);
    },
    /** I2: "Per notification at most one toast." */
    show(tag: string): void {
      const decision = decisions.get(tag);
      if (!decision) return fail(`I2 a bubble ${tag} that nobody decided`);
      for (const name of decision.members.map(nameOf)) {
        if (!BUBBLES.includes(decision.kind)) {
          digested.add(name);
          continue;
        }
        const before = toldIn.get(name);
        const again =
          decision.kind === 'item' && !decision.update ? before !== undefined || digested.has(name) : false;
        // A storm takes over the bubbles of its members, and withdraws them: also where a crash came between, and
        // its closing line is the first that is drawn of it.
        const moved = before !== undefined && before !== tag && !decision.withdraw.includes(before);
        if (again || moved) fail(`I2 ${name} told twice: ${before ?? 'in a digest'}, then ${tag}`);
        toldIn.set(name, tag);
      }
    },
    told: (name: string): boolean => toldIn.has(name) || digested.has(name),
  };
}
