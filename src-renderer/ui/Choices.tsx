import { useId, type ReactNode } from 'react';

export interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

interface Props<Value extends string> extends ChoicesProps<Value> {
  readonly className: string;
  /** Before the word of each. */
  readonly picture?: (value: Value) => ReactNode;
}

/** One of a few: radio buttons to the keyboard and to screen readers, however they look. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, className, picture } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={className}>
      {options.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={name}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          <span>
            {picture?.(one.value)}
            {one.label}
          </span>
        </label>
      ))}
    </div>
  );
}
