import { useWords } from '../app-context';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A token may not say whose it is: the person does. */
export function AnotherUser({ checked, onChange }: Props) {
  const words = useWords().messages.pages.frame.token;
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {words.anew} <span className="muted">{words.anewHint}</span>
      </span>
    </label>
  );
}
