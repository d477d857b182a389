/** The largest page that the server gives, and whether anything told of it. */
export function createClamp(first: number | null) {
  let now = first;
  /**
   * Has a `next` told of it, in an answer that was written? Before that nothing can tell a race from the end of the
   * list: of three rows behind a clamp of 3, `count` is made, more come, and the page is cut to the newest three. That
   * answer (three rows, `count` 3, no `next`) is byte for byte the one of a list that has just these. Such a race is
   * not played; the scrub would bring what it hid. Of a server that never gives a `next` it is never told: each `count`
   * speaks of its own page only.
   */
  let told = now === null;
  /** Answers that tell of a clamp. */
  const telling = new WeakMap<Uint8Array, number>();
  let tightest = now ?? Infinity;
  return {
    of: (limit: number): number => Math.min(limit, now ?? limit),
    isTold: (): boolean => told,
    /** The smallest page that it ever gave. */
    tightest: (): number => tightest,
    change(to: number | null): void {
      now = to;
      tightest = Math.min(tightest, to ?? Infinity);
      told = to === null;
    },
    tells: (body: Uint8Array, size: number): void => void telling.set(body, size),
    /** It has been written, with what it tells. */
    heard: (body: Uint8Array): void => void (told ||= telling.get(body) === now),
    /** Pages are whole from now on. */
    end: (): void => void (now = null),
  };
}
