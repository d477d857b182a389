import type { ComponentProps, ReactNode } from 'react';
import './field.css';

interface Props extends ComponentProps<'input'> {
  readonly mono?: boolean;
  readonly after?: ReactNode;
}

/** One line of text. Spelling and completion are off: what stands in them are addresses and secrets. */
export function TextInput({ mono = false, after, ...rest }: Props) {
  return (
    <div className={mono ? 'input mono' : 'input'}>
      <input type="text" spellCheck={false} autoComplete="off" autoCapitalize="off" {...rest} />
      {after}
    </div>
  );
}
