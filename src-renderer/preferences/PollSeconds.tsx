import { useState } from 'react';
import * as v from 'valibot';
import { Preferences } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Field } from '../ui/Field';
import { TextInput } from '../ui/TextInput';
import type { Save } from './use-save';

const LEAST = 10;
const MOST = 300;

/** Saved on leaving the field or on Enter; a wrong number is said and not sent. */
export function PollSeconds({ save }: { readonly save: Save }) {
  const words = useWords().messages.pages.preferences;
  const saved = useApp((state) => state.preferences.pollSeconds);
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function keep(): Promise<void> {
    if (draft === null) return;
    const seconds = /^\d+$/.test(draft.trim()) ? Number(draft) : undefined;
    if (seconds === undefined) return setError(words.pollWhole);
    if (!v.is(Preferences.entries.pollSeconds, seconds)) return setError(words.pollRange(LEAST, MOST));
    if (seconds === saved || (await save({ pollSeconds: seconds }))) setDraft(null);
  }

  return (
    <Field label={words.poll} hint={words.pollHint} error={error}>
      {(ids) => (
        <div className="poll-seconds">
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={6}
            value={draft ?? String(saved)}
            onChange={(event) => {
              setDraft(event.target.value);
              setError(undefined);
            }}
            onBlur={() => void keep()}
            onKeyDown={(event) => event.key === 'Enter' && void keep()}
          />
          <span className="muted">{words.pollUnit}</span>
        </div>
      )}
    </Field>
  );
}
