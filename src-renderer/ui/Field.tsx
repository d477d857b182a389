import { useId, type ReactNode } from 'react';
import './field.css';

export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Changed and not saved yet. */
  readonly dirty?: boolean;
  /** The control, given what ties it to its words. */
  readonly children: (ids: FieldIds) => ReactNode;
  readonly below?: ReactNode;
}

/** A label, a hint, a control, and what is wrong with it: tied together for everybody. */
export function Field({ label, hint, error, dirty = false, children, below }: Props) {
  const id = useId();
  const said = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  const ids: FieldIds = {
    id,
    'aria-describedby': said.length > 0 ? said.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <div className={dirty ? 'field wide dirty' : 'field wide'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      {children(ids)}
      {error !== undefined && (
        <div id={`${id}-error`} className="error" role="alert">
          {error}
        </div>
      )}
      {below}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}

/** The same around a group of radio buttons, which has its own name. */
export function Choice({ label, hint, children }: ChoiceProps) {
  return (
    <div className="field wide">
      <span className="label">{label}</span>
      <div className="hint">{hint}</div>
      {children}
    </div>
  );
}
