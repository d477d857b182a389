import type { ReactNode } from 'react';
import type { Level } from '../../src-shared/notification';
import './level-icon.css';

export type Look = Level | 'recovered';

/** The five shapes: octagon, triangle, diamond, ring, ring with a check. Shape and colour say the same. */
const SHAPES: { readonly [L in Look]: ReactNode } = {
  critical: (
    <>
      <path className="fill" d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" />
      <path className="cut" strokeWidth="1.8" d="M8 4.6v4.2M8 11.2v.2" />
    </>
  ),
  major: (
    <>
      <path className="fill line" d="M8 1.8 15 14H1z" />
      <path className="cut" strokeWidth="1.7" d="M8 6.2v3.6M8 12v.1" />
    </>
  ),
  warning: (
    <>
      <path className="line" strokeWidth="1.8" d="M8 1.6 14.4 8 8 14.4 1.6 8z" />
      <path className="line" strokeWidth="1.6" d="M8 5.4v3.2M8 10.6v.1" />
    </>
  ),
  info: <circle className="line" strokeWidth="1.6" cx="8" cy="8" r="5.4" />,
  recovered: (
    <>
      <circle className="line" strokeWidth="1.6" cx="8" cy="8" r="6" />
      <path className="line" strokeWidth="1.6" d="m5.4 8.2 1.9 1.9 3.4-3.9" />
    </>
  ),
};

/** Without a label it is decoration, and the word stands beside it. */
export function LevelIcon({ look, label }: { readonly look: Look; readonly label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`level ${look}`} viewBox="0 0 16 16" {...named}>
      {SHAPES[look]}
    </svg>
  );
}
