import { useState, type ComponentProps } from 'react';
import { Button } from './Button';
import { TextInput } from './TextInput';

interface Props extends ComponentProps<'input'> {
  readonly show: string;
  readonly hide: string;
}

/** Hidden while typed, until asked for. */
export function SecretInput({ show, hide, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  const toggle = (
    <Button look="quiet" small aria-pressed={shown} onClick={() => setShown(!shown)}>
      {shown ? hide : show}
    </Button>
  );
  return <TextInput mono type={shown ? 'text' : 'password'} after={toggle} {...rest} />;
}
