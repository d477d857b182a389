import type { Question } from './thread';

type Name = Question['name'];

/** Asked by each poll, with an account or nothing; what they answer is in the history alone, whatever time it is. */
const LASTING: readonly Name[] = ['sequence', 'syncState', 'nextMarkAt'];

/**
 * What a poll asks that brings nothing, it has heard before. Only the thread writes to the history, and with each answer
 * it says which state that came from: while nothing was written, the same question has the same answer, and main need not
 * wake the thread for it (performance.md, idle). An index that the thread writes by itself, and rows of removed accounts
 * that it deletes, are in none of these answers; damage that it meets is told at once.
 */
export function createRemembered() {
  let stamp: string | undefined;
  const answers = new Map<string, unknown>();
  const keyOf = (name: Name, about: unknown): string => `${name} ${String(about)}`;

  /** When the next mark of this account is due is after `now`, or none waits: then none is due. */
  function isNoneDue([account, now]: readonly unknown[]): boolean {
    const at = answers.get(keyOf('nextMarkAt', account)) as number | null | undefined;
    return at === null || (at !== undefined && at > (now as number));
  }

  return {
    /** An answer came. @param about its question's first parameter @param now the state that it came from (`OfThread.stamp`) */
    note(name: Name, about: unknown, value: unknown, now: string | undefined): void {
      if (now !== stamp || now === undefined) answers.clear();
      stamp = now;
      if (now !== undefined && LASTING.includes(name)) answers.set(keyOf(name, about), value);
    },
    /** Something else happened to the history. */
    forget: (): void => answers.clear(),
    /** @returns `undefined`: the thread has to be asked */
    answer(name: Name, given: readonly unknown[]): { readonly value: unknown } | undefined {
      if (name === 'dueMarks') return isNoneDue(given) ? { value: [] } : undefined;
      const key = keyOf(name, given[0]);
      return answers.has(key) ? { value: answers.get(key) } : undefined;
    },
  };
}
