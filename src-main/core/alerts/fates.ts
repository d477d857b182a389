import { FATES, type Fate, type PreviewCounts } from '../../../src-shared/alert-preview';
import type { VerdictStep } from '../../../src-shared/inbox';
import { keyText } from '../../../src-shared/notification';
import type { Outcome } from './draft';
import type { Result } from './engine';

/** Of an item that is not on its way to the desktop: what its last verdict made of it. */
const BY_STEP: { readonly [S in VerdictStep]?: Fate } = {
  seen: 'seen',
  'rule-badge': 'badge',
  'rule-none': 'none',
  'no-outage': 'recovery',
  flapping: 'flapping',
  'flapping-quiet': 'flapping',
  'came-back': 'short',
  superseded: 'short',
  // Counted by the digest that tells its outage, as over.
  paired: 'joined',
  'quiet-hours': 'held',
  'hold-down': 'held',
};
/** What is over with for good; of others more may be heard. */
const FINAL: readonly Fate[] = ['seen', 'badge', 'none', 'recovery', 'repeat'];

/** Counts what becomes of items, each once, by the engine's results in their order. */
export function createFates() {
  const counts: { [F in Fate]: number } = Object.fromEntries(FATES.map((fate) => [fate, 0])) as never;
  const open = new Map<string, Fate>();
  let toasts = 0;
  let again = 0;

  function set(key: string, fate: Fate): void {
    const before = open.get(key);
    if (before !== undefined) counts[before] -= 1;
    counts[fate] += 1;
    if (FINAL.includes(fate)) open.delete(key);
    else open.set(key, fate);
  }

  function fateOf({ toast, verdicts }: Outcome): Fate {
    if (toast === 'showing') return 'joined';
    if (toast === 'waiting' || toast === 'held') return 'held';
    return BY_STEP[verdicts.at(-1)?.step ?? 'seen'] ?? 'repeat';
  }

  return {
    take({ outcomes, decisions }: Pick<Result, 'outcomes' | 'decisions'>): void {
      const told = new Set<string>();
      for (const outcome of outcomes) {
        const key = keyText(outcome.key);
        const before = open.get(key);
        // A note on what was told already: a summary took it over, or it is told again.
        if ((before === 'toast' || before === 'joined') && outcome.toast !== 'showing') continue;
        if (before === 'toast') continue;
        set(key, fateOf(outcome));
        if (outcome.toast === 'showing') told.add(key);
      }
      for (const decision of decisions) {
        // What a feed does is not for the rules to decide.
        if (decision.kind === 'silent-feed' || decision.update) continue;
        toasts += 1;
        const own = [decision.first.key, ...decision.tells].map(keyText).find((key) => told.delete(key));
        if (own === undefined) again += 1;
        else set(own, 'toast');
      }
    },
    counts: (): PreviewCounts => ({ toasts, again, fates: { ...counts } }),
  };
}
