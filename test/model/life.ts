const never = new Promise<never>(() => undefined);

/** The process: what it does one after the other, and its ends. */
export function createLife(onDeath: () => void) {
  let generation = 0;
  let left = Infinity;
  let whenDone = false;
  let dead = false;

  function die(): void {
    dead = true;
    generation += 1;
    left = Infinity;
    onDeath();
  }

  return {
    generation: (): number => generation,
    dead: (): boolean => dead,
    born: (): void => void (dead = false),
    /** kill -9 before (or, `done`, after the effect of) the so-manieth thing from now on. */
    crash(after: number, done: boolean): void {
      left = after;
      whenDone = done;
    },
    pending: (): boolean => left !== Infinity,
    die,
    /** One thing that this generation does: it may die before it, or after its effect and before it knows. */
    async doing<T>(mine: number, effect: () => T | Promise<T>): Promise<T> {
      await Promise.resolve();
      if (mine !== generation) return never;
      const last = left <= 0;
      left -= 1;
      if (last && !whenDone) {
        die();
        return never;
      }
      let outcome: { readonly value: T } | { readonly error: unknown };
      try {
        outcome = { value: await effect() };
      } catch (error) {
        outcome = { error };
      }
      if (last && mine === generation) die();
      if (mine !== generation) return never;
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    },
  };
}
