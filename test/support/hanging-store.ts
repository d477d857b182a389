import type { Store } from '../../src-main/core/store-port';

/** The same store on a disk that may stop answering: what is asked then is done, and answered, when it lets go. */
export function hanging(real: Store) {
  let held: Promise<void> | undefined;
  let free = (): void => undefined;
  const store = new Proxy(real, {
    get:
      (_, name: keyof Store) =>
      async (...given: unknown[]): Promise<unknown> => {
        await held;
        return (real[name] as (...args: unknown[]) => Promise<unknown>)(...given);
      },
  });
  return {
    store,
    hang(): void {
      held = new Promise((resolve) => (free = resolve));
    },
    letGo(): void {
      held = undefined;
      free();
    },
  };
}
