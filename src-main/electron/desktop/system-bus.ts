import { existsSync } from 'node:fs';
import { connectBus, systemBusAddress } from './bus-connection';
import { followLoginSession } from './login-session';
import { createSessionBus, type SessionBusDeps } from './session-bus';

/** Where logind says whether the screen is locked. Without a system bus, as in a container, nobody says it. */
export function listenToLogin(
  { env, pid }: Pick<NodeJS.Process, 'env' | 'pid'>,
  rest: Pick<SessionBusDeps, 'clock' | 'log' | 'after'>,
) {
  const at = systemBusAddress(env, existsSync);
  if (at === undefined) return { onLocked: () => undefined, close: () => undefined };
  const bus = createSessionBus({ address: () => at, connect: connectBus, ...rest });
  return {
    onLocked: (listener: (locked: boolean) => void): void => followLoginSession(bus, pid, listener),
    close: bus.close,
  };
}
export type Login = ReturnType<typeof listenToLogin>;
