import type { Clock, Log } from './ports';

/** A pause of alerts: it always ends by itself (alerts.md, step 10). */
export function createPause({
  clock,
  log,
  onChange,
  onEnd,
}: {
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
  /** What was held is to be told in one digest. */
  readonly onEnd: () => Promise<void>;
}) {
  let until: number | null = null;
  let cancel = (): void => undefined;

  async function end(): Promise<void> {
    cancel();
    if (until === null) return;
    until = null;
    log.event('pause ended');
    onChange();
    await onEnd();
  }

  return {
    /** Wall ms; `null`: not paused. */
    until: (): number | null => until,
    isPaused: (): boolean => until !== null && clock.now() < until,
    /** @param minutes `null` ends it now */
    async set(minutes: number | null): Promise<void> {
      if (minutes === null) return end();
      cancel();
      until = clock.now() + minutes * 60_000;
      log.event('paused', `${minutes} min`);
      cancel = clock.after(minutes * 60_000, () => void end().catch((error: unknown) => log.bug(error)));
      onChange();
    },
  };
}
