import type { Alarm } from './telling/alarm';

export interface BeginningDeps {
  readonly alarm: Pick<Alarm, 'tellInterrupted'>;
  /** What the history refused is done now, and every account polled. */
  readonly goOn: () => Promise<unknown>;
}

/**
 * The history opens and the pollers begin, either first: a disk may refuse for a while, a keyring may ask for its
 * password for a while. What the last run left is told once both are there, before anything new.
 */
export function createBeginning({ alarm, goOn }: BeginningDeps) {
  let open = false;
  let begun = false;
  let telling: Promise<boolean> | undefined;

  /** Once; where the history refused it is tried again by whoever comes next. */
  async function tell(): Promise<void> {
    if (!open) return;
    telling ??= alarm.tellInterrupted();
    if (!(await telling)) telling = undefined;
  }

  return {
    /** The history can be read. */
    isOpen: (): boolean => open,
    /** The pollers are there. */
    hasBegun: (): boolean => begun,
    opened: (): void => void (open = true),
    tell,
    /** To be called before the first poller starts: from now on a history that opens tells by itself. */
    begin(): Promise<void> {
      begun = true;
      return tell();
    },
    /** The history can be used, perhaps again: polls now, where there is anybody to poll. */
    async goOn(): Promise<void> {
      if (!begun) return;
      await tell();
      await goOn();
    },
  };
}
