import { useEffect, useState, type ReactNode } from 'react';
import { useParts } from '../../app-context';
import { NO_PREVIEW, PreviewContext, type Preview } from './use-preview';
import { useAlertRules } from './use-alert-rules';

/** A person who types is not counted for at each letter. */
const REST_MS = 250;
/** Names the runs of this window and of those before it, upwards. */
let last = 0;
const nextRun = (): number => (last = Math.max(last + 1, Date.now()));

/** Counts what the rules give as they are on the page, anew with each change of them. */
export function PreviewProvider({ children }: { readonly children: ReactNode }) {
  const { bridge } = useParts();
  const { rules, draft } = useAlertRules();
  const [preview, setPreview] = useState<Preview>(NO_PREVIEW);
  const { textRules } = rules;
  useEffect(() => {
    let over = false;
    async function count(): Promise<void> {
      const run = nextRun();
      while (!over) {
        const reply = await bridge.call('alertPreview', { run, draft: draft ?? {} });
        if (over) return;
        if (!reply.ok) return setPreview((now) => ({ ...now, counting: null, failure: reply.failure }));
        const part = reply.value;
        if (part.state === 'superseded') return;
        if (part.state === 'counting') setPreview((now) => ({ ...now, counting: part, failure: null }));
        else {
          const shown = { ...part, rules: textRules, drafted: draft !== null };
          return setPreview({ shown, counting: null, failure: null });
        }
      }
    }
    const timer = setTimeout(() => void count(), REST_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [bridge, draft, textRules]);
  return <PreviewContext value={preview}>{children}</PreviewContext>;
}
