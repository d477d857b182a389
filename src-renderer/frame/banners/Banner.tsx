import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { LevelIcon } from '../../ui/LevelIcon';
import './banner.css';

interface Props {
  readonly look: 'critical' | 'warning' | 'quiet';
  readonly children: ReactNode;
  /** One button: what to do about it. */
  readonly act?: ReactNode;
}

/** Who, what, since when, what still works, one button (design.md, errors). */
export function Banner({ look, children, act }: Props) {
  return (
    <div className={`banner ${look}`} role={look === 'critical' ? 'alert' : 'status'}>
      {look === 'quiet' ? <Info size={16} aria-hidden /> : <LevelIcon look={look} />}
      <div>{children}</div>
      {act}
    </div>
  );
}
