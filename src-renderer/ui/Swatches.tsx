import { useId } from 'react';
import './account-colour.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few colours, each with its word; radio buttons to the keyboard and to screen readers. */
export function Swatches<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="swatches">
      {options.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={name}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          <span>
            {one.value !== 'none' && <i className="account-colour" data-colour={one.value} aria-hidden />}
            {one.label}
          </span>
        </label>
      ))}
    </div>
  );
}
