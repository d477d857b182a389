import type { ReactNode } from 'react';

interface Props {
  readonly icon: ReactNode;
  readonly name: string;
  readonly on: boolean;
  readonly onClick: () => void;
  /** At the right: a count or a word. Not drawn where the side is narrow. */
  readonly end?: ReactNode;
  /** What `end` says aloud. */
  readonly endSaid?: string;
  readonly after?: ReactNode;
}

export function SideLink({ icon, name, on, onClick, end, endSaid, after }: Props) {
  const said = endSaid === undefined ? name : `${name}, ${endSaid}`;
  return (
    <li>
      <button
        type="button"
        className="side-link"
        aria-current={on ? 'page' : undefined}
        aria-label={said}
        title={said}
        onClick={onClick}
      >
        <span className="side-icon">{icon}</span>
        <span className="side-name">{name}</span>
        {after}
        {end !== undefined && <span className="side-count">{end}</span>}
      </button>
    </li>
  );
}
