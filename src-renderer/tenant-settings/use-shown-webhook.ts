import { useEffect, useState } from 'react';
import { useParts, useWords } from '../app-context';
import { useNow } from '../ui/use-now';

/** security.md: shown on a click, hidden again after so long. */
const SHOWN_MS = 30_000;

export interface ShownWebhook {
  readonly url: string | null;
  /** Until it is hidden again. */
  readonly seconds: number;
  /** Why it could not be shown. */
  readonly failed: string | null;
  toggle(): Promise<void>;
}

export function useShownWebhook(account: string): ShownWebhook {
  const { bridge } = useParts();
  const { failures } = useWords().messages;
  const [shown, setShown] = useState<{ readonly url: string; readonly until: number } | null>(null);
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
    const reply = await bridge.call('tenantWebhook', { account });
    if (!reply.ok) setFailed(failures[reply.failure.kind](reply.failure).what);
    else if (reply.value.url !== null) setShown({ url: reply.value.url, until: Date.now() + SHOWN_MS });
  }

  const seconds = shown ? Math.min(30, Math.max(1, Math.ceil((shown.until - now) / 1000))) : 0;
  return { url: shown?.url ?? null, seconds, failed, toggle };
}
