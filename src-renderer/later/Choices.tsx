import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { Button } from '../ui/Button';

interface Props {
  /** Of the first button: it has the focus when they come. */
  readonly first: RefObject<HTMLButtonElement | null>;
  readonly entries: readonly { readonly label: string; readonly at?: string; readonly act: () => void }[];
}

/** A few buttons below each other, for the mouse, the arrows, or the number before each. */
export function Choices({ first, entries }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const press = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    const chosen = entries[Number(event.key) - 1];
    if (next !== undefined) buttons.at(next % buttons.length)?.focus();
    else if (/^[1-9]$/.test(event.key) && chosen) chosen.act();
    else return;
    event.preventDefault();
  };
  return (
    // Keys for all of its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className="choices later" onKeyDown={press}>
      {entries.map(({ label, at, act }, i) => (
        <li key={label}>
          <Button {...(i === 0 && { ref: first })} onClick={act}>
            <span>{label}</span>
            <span className="choice-end">
              {at} <kbd aria-hidden>{i + 1}</kbd>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
