import { fail } from '../../../src-shared/app-error';
import { MOST_PAUSE_MS } from '../../../src-shared/moments';
import type { Clock, Log, PauseFile } from '../ports';

export interface PauseDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly file: PauseFile;
  readonly onChange: () => void;
  /** What was held is to be told in one digest. */
  readonly onEnd: () => Promise<void>;
}

/**
 * A pause of alerts: it always ends by itself (docs/alerts.md, step 10), and outlives the run that it was made in. One that
 * ended while nobody ran is no pause any more: what it held is told with what came since.
 */
export function createPause({ clock, log, file, onChange, onEnd }: PauseDeps) {
  let until: number | null = null;
  let cancel = (): void => undefined;
  resume(file.read());

  /** Of an earlier run. A clock that was set back does not make it longer than a pause can be. */
  function resume(kept: number | null): void {
    if (kept === null) return;
    if (kept <= clock.now()) return write(null);
    begin(Math.min(kept, clock.now() + MOST_PAUSE_MS));
    log.event('still paused');
  }

  function begin(at: number): void {
    cancel();
    until = at;
    cancel = clock.after(at - clock.now(), () => void end().catch((error: unknown) => log.bug(error)));
  }

  /** A disk that is full keeps nobody from a pause: it is one of this run then. */
  function write(at: number | null): void {
    try {
      file.write(at);
    } catch (error) {
      log.event('pause not kept', error instanceof Error ? error.message : String(error));
    }
  }

  async function end(): Promise<void> {
    cancel();
    if (until === null) return;
    until = null;
    write(null);
    log.event('pause ended');
    onChange();
    await onEnd();
  }

  return {
    /** Wall ms; `null`: not paused. */
    until: (): number | null => until,
    /**
     * Begins one, or changes the one there is. @param at wall ms, from now up to 12 hours; `null` ends it now
     * @throws AppError `bad-input`: the time is over, or too far away
     */
    async set(at: number | null): Promise<void> {
      if (at === null) return end();
      const left = at - clock.now();
      if (!(left > 0 && left <= MOST_PAUSE_MS)) throw fail('bad-input', { fields: { until: String(at) } });
      begin(at);
      write(at);
      log.event('paused', `${Math.round(left / 60_000)} min`);
      onChange();
    },
    /** Timers stand still while the machine sleeps, and know nothing of a clock that is set: its time has come. */
    isOver: (): boolean => until !== null && clock.now() >= until,
    /** At quit: it goes on in the next run. */
    stop: (): void => cancel(),
  };
}
