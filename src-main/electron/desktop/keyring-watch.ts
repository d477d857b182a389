import type { Keyring } from '../../core/ports';
import type { BusCall } from './bus-connection';
import type { SessionBus } from './session-bus';

/** The Secret Service (freedesktop.org), which GNOME Keyring, KeePassXC and newer KWallets speak. */
const SERVICE = 'org.freedesktop.secrets';
const ROOT = '/org/freedesktop/secrets';
const ANSWER_MS = 5000;

/** Asked where it runs; it is not started for this question, which would bring its dialog up. */
const isLocked: BusCall = {
  destination: SERVICE,
  path: `${ROOT}/aliases/default`,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: () => ['org.freedesktop.Secret.Collection', 'Locked'],
  autoStart: false,
};

/** Whether the desktop's keyring is open, without opening it. @param bus `undefined`: not Linux, where nobody says */
export function createKeyringWatch(
  bus: Pick<SessionBus, 'call' | 'watchName' | 'onSignal'> | undefined,
): Keyring {
  async function isOpen(): Promise<boolean | null> {
    try {
      const [variant] = (await bus?.call(isLocked, ANSWER_MS)) ?? [];
      const locked = (variant as { readonly value?: unknown } | undefined)?.value;
      return typeof locked === 'boolean' ? !locked : null;
    } catch {
      return null;
    }
  }
  return {
    isOpen,
    onChange(listener) {
      let owner: string | undefined;
      bus?.watchName(SERVICE, (now) => (owner = now));
      bus?.onSignal(
        'org.freedesktop.Secret.Service',
        // Anybody may emit a signal; only the service is believed.
        ({ sender, member }) => void (member === 'CollectionChanged' && sender === owner && listener()),
        { path: ROOT },
      );
    },
  };
}
