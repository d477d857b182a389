import { useEffect, useState } from 'react';
import type { Result } from '../../src-shared/app-error';
import { useWords } from '../app-context';
import { useNow } from '../ui/use-now';

/** Shown on a click, hidden again after so long. */
const SHOWN_MS = 30_000;

export interface ShownFor<T> {
  readonly value: T | null;
  /** Until it is hidden again. */
  readonly seconds: number;
  /** Why it could not be shown. */
  readonly failed: string | null;
  toggle(): Promise<void>;
}

/** A secret that main gives on a click alone; `null` in its answer: there is none. */
export function useShownFor<T>(ask: () => Promise<Result<T | null>>): ShownFor<T> {
  const { failures } = useWords().messages;
  const [shown, setShown] = useState<{ readonly value: T; readonly until: number } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const now = useNow(shown ? 1000 : null);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), shown.until - Date.now());
    return () => clearTimeout(timer);
  }, [shown]);

  async function toggle(): Promise<void> {
    setFailed(null);
    if (shown) return setShown(null);
    const reply = await ask();
    if (!reply.ok) setFailed(failures[reply.failure.kind](reply.failure).what);
    else if (reply.value !== null) setShown({ value: reply.value, until: Date.now() + SHOWN_MS });
  }

  const seconds = shown ? Math.min(30, Math.max(1, Math.ceil((shown.until - now) / 1000))) : 0;
  return { value: shown?.value ?? null, seconds, failed, toggle };
}
