import { Pencil, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/TextInput';
import { useFocusFirst } from '../../ui/use-focus-first';

/** The contract's bound. */
export const MOST_LETTERS = 60;

interface Props {
  readonly name: string;
  /** "Agent 4 · Lab Warsaw" */
  readonly what: string;
  readonly locked: boolean;
  readonly onPut: (name: string) => Promise<boolean>;
  readonly onForget: () => void;
}

/** One name: to be changed in its place, or forgotten. */
export function NameRow({ name, what, locked, onPut, onForget }: Props) {
  const words = useWords().messages.pages.preferences.naming;
  const [editing, setEditing] = useState(false);
  if (editing && !locked)
    return <Edit name={name} what={what} onPut={onPut} onDone={() => setEditing(false)} />;
  return (
    <div className="field">
      <span>
        <span className="label">{name}</span> <span className="muted">{what}</span>
      </span>
      <span className="name-acts">
        <Button look="quiet" icon aria-label={words.change(name)} onClick={() => setEditing(true)}>
          <Pencil size={14} aria-hidden />
        </Button>
        <Button look="quiet" icon aria-label={words.forget(name)} onClick={onForget}>
          <X size={14} aria-hidden />
        </Button>
      </span>
    </div>
  );
}

type EditProps = Pick<Props, 'name' | 'what' | 'onPut'> & { readonly onDone: () => void };

function Edit({ name, what, onPut, onDone }: EditProps) {
  const words = useWords().messages.pages.preferences.naming;
  const first = useFocusFirst<HTMLInputElement>();
  const [text, setText] = useState(name);
  async function put(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = text.trim();
    // An empty one would be forgotten: that is another button.
    if (wanted === '' || wanted === name || (await onPut(wanted))) onDone();
  }
  return (
    <form className="field" onSubmit={(event) => void put(event)}>
      <TextInput
        ref={first}
        aria-label={words.nameOf(what)}
        maxLength={MOST_LETTERS}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
      <span className="name-acts">
        <Button small look="primary" type="submit">
          {words.save}
        </Button>
        <Button small look="quiet" onClick={onDone}>
          {words.cancel}
        </Button>
      </span>
    </form>
  );
}
