import { fail, type ErrorKind } from '../../src-shared/app-error';
import type { Store } from '../../src-main/core/store-port';

/** The same store; while an operation is in `refused` it fails with this kind, and nothing of it is done. */
export function refusing(real: Store) {
  const refused = new Map<keyof Store, ErrorKind>();
  const store = new Proxy(real, {
    get:
      (_, name: keyof Store) =>
      async (...given: unknown[]): Promise<unknown> => {
        const kind = refused.get(name);
        if (kind) throw fail(kind, { detail: name });
        return (real[name] as (...args: unknown[]) => Promise<unknown>)(...given);
      },
  });
  return { store, refused };
}
