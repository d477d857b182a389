import type { ComponentProps } from 'react';
import './button.css';

interface Props extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
  readonly small?: boolean;
  /** Only an icon inside: `aria-label` names it. */
  readonly icon?: boolean;
}

export function Button({ look = 'plain', small = false, icon = false, className = '', ...rest }: Props) {
  const names = ['btn', look, small && 'small', icon && 'icon', className].filter(Boolean).join(' ');
  return <button type="button" className={names} {...rest} />;
}
