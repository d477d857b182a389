import { useState } from 'react';
import * as v from 'valibot';
import { Keep, type Keep as Kept } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { TextInput } from '../ui/TextInput';
import type { Save } from './use-save';

/** What a choice begins with, and its bounds (`Keep`). */
const FIRST = {
  days: { by: 'days', days: 180 },
  items: { by: 'items', items: 100_000 },
  all: { by: 'all' },
} as const;
const BOUNDS = { days: [7, 3650], items: [1000, 1_000_000] } as const;

/** How much of the history stays on this machine. A number is saved on leaving its field or on Enter. */
export function KeepHistory({ save }: { readonly save: Save }) {
  const words = useWords().messages.pages.preferences;
  const keep = useApp((state) => state.preferences.keep);
  return (
    <>
      <div className="field">
        <span className="label">{words.keep}</span>
        <Segmented
          label={words.keep}
          value={keep.by}
          options={(['days', 'items', 'all'] as const).map((by) => ({ value: by, label: words.keepBy[by] }))}
          onChange={(by) => void save({ keep: FIRST[by] })}
        />
      </div>
      {keep.by !== 'all' && <Amount key={keep.by} keep={keep} save={save} />}
    </>
  );
}

function Amount({ keep, save }: { readonly keep: Exclude<Kept, { by: 'all' }>; readonly save: Save }) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences;
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const saved = keep.by === 'days' ? keep.days : keep.items;

  async function put(): Promise<void> {
    if (draft === null) return;
    const text = draft.replace(/\s/g, '');
    if (!/^\d+$/.test(text)) return setError(words.keepWhole);
    const next =
      keep.by === 'days' ? { by: keep.by, days: Number(text) } : { by: keep.by, items: Number(text) };
    const [least, most] = BOUNDS[keep.by];
    if (!v.is(Keep, next)) return setError(words.keepRange(format.number(least), format.number(most)));
    if (Number(text) === saved || (await save({ keep: next }))) setDraft(null);
  }

  return (
    <Field label={keep.by === 'days' ? words.keepDays : words.keepItems} hint={words.keepHint} error={error}>
      {(ids) => (
        <div className="poll-seconds">
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={9}
            value={draft ?? String(saved)}
            onChange={(event) => {
              setDraft(event.target.value);
              setError(undefined);
            }}
            onBlur={() => void put()}
            onKeyDown={(event) => event.key === 'Enter' && void put()}
          />
          <span className="muted">{words.keepUnit[keep.by]}</span>
        </div>
      )}
    </Field>
  );
}
