import type { Bubble } from '../../src-main/core/alerts/decision';
import type { Alerts } from '../../src-main/core/alerts-port';
import type { HistoryResult, PageMessage, PageResult, Store } from '../../src-main/core/store-port';
import type { createDisk } from './disk';
import { nameOf } from './items';
import type { createModelServer } from './server';
import type { createTellings } from './tellings';
import type { Baseline, createChecks } from './while-running';

interface Witnessed {
  readonly server: ReturnType<typeof createModelServer>;
  readonly disk: ReturnType<typeof createDisk>;
  readonly tellings: ReturnType<typeof createTellings>;
  readonly checks: Pick<ReturnType<typeof createChecks>, 'checkMarks' | 'checkGone'>;
  /** What a mark-all that stands was to mark: when, by the server's counter. */
  readonly markedAll: Map<string, number>;
  readonly momentOf: (name: string) => number;
}

/** What the checker learns from the calls that the engine makes of its store. */
export function createWitness({ server, disk, tellings, checks, markedAll, momentOf }: Witnessed) {
  let baseline: Baseline | undefined;

  function noted(name: string, given: readonly unknown[], result: unknown): void {
    if (name === 'applyHistory')
      for (const [i, one] of (result as HistoryResult).results.entries())
        noted('applyPage', [(given[0] as readonly PageMessage[])[i]], one);
    if (name === 'applyPage') {
      const message = given[0] as PageMessage;
      const answer = server.shown.get(message.body)!;
      server.heard(message.body);
      if (!baseline && message.walk === 'head')
        baseline = {
          names: new Set(answer.items.map(nameOf)),
          ts: answer.whole || answer.items.length === 0 ? -Infinity : answer.items.at(-1)!.ts,
        };
      checks.checkMarks();
      if ((result as PageResult).changed) checks.checkGone();
    }
    if (name === 'decide' || name === 'hear' || name === 'toasted')
      tellings.decided((result as Alerts).decisions);
    if (name === 'recover' && result) tellings.decided([result as Bubble]);
    if (name === 'beginMarkAll')
      for (const { name: row, live, seen } of disk.rows())
        if (live && !seen) markedAll.set(row, momentOf(row));
    if (name === 'endMarkAll' && given[1] === null) markedAll.clear();
  }

  return {
    /** The first page that was written. */
    baseline: (): Baseline | undefined => baseline,
    /** A store that does what this one does, each call within `doing`. */
    watched: (operations: object, doing: (effect: () => unknown) => Promise<unknown>): Store => {
      const act = operations as { readonly [name: string]: (...given: unknown[]) => unknown };
      return new Proxy({} as Store, {
        get:
          (_, name: string) =>
          (...given: unknown[]) =>
            doing(() => {
              const result = act[name]!(...given);
              noted(name, given, result);
              return result;
            }),
      });
    },
  };
}
