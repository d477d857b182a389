import { useState } from 'react';
import { useWords } from '../app-context';
import { TextInput } from '../ui/TextInput';
import type { ControlProps } from './setting';

interface Props {
  /** With an `aria-label` where the setting's own does not name it. */
  readonly ids: Partial<ControlProps['ids']> & { readonly 'aria-label'?: string };
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** `seconds`; said after the field. */
  readonly unit: string;
  /** @returns whether it was saved */
  readonly onSave: (value: number) => Promise<boolean>;
}

/** A whole number within bounds. Saved on leaving the field or on Enter; Escape takes back what was typed; a wrong one is said and not sent. */
export function WholeNumber({ ids, value, least, most, unit, onSave }: Props) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences.number;
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string>();

  async function keep(): Promise<void> {
    if (draft === null) return;
    const text = draft.replace(/\s/g, '');
    if (!/^\d+$/.test(text)) return setError(words.whole);
    const number = Number(text);
    if (number < least || number > most)
      return setError(words.range(format.number(least), format.number(most), unit));
    if (number === value || (await onSave(number))) setDraft(null);
  }

  return (
    <>
      <div className="whole-number">
        <TextInput
          {...ids}
          aria-invalid={error === undefined ? undefined : true}
          inputMode="numeric"
          maxLength={9}
          value={draft ?? String(value)}
          onChange={(event) => {
            setDraft(event.target.value);
            setError(undefined);
          }}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void keep();
            if (event.key !== 'Escape' || draft === null) return;
            event.preventDefault();
            setDraft(null);
            setError(undefined);
          }}
        />
        <span className="muted">{unit}</span>
      </div>
      {error !== undefined && (
        <div className="error" role="alert">
          {error}
        </div>
      )}
    </>
  );
}
