import type { ReactNode } from 'react';
import type { DragProps } from './use-drag';

const MOVES: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1 };

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
  readonly id?: string;
  /** Its mark at the edge: `data-colour` of account-colour.css. */
  readonly colour?: string | undefined;
  /** Alt and an arrow: so many places down. */
  readonly onMove?: ((by: number) => void) | undefined;
  /** It may be dragged to another place. */
  readonly drag?: DragProps | undefined;
}

export function SideLink(props: Props) {
  const { icon, name, on, onClick, end, endSaid, after, id, colour, onMove, drag } = props;
  const said = endSaid === undefined ? name : `${name}, ${endSaid}`;
  return (
    <li {...drag}>
      <button
        type="button"
        id={id}
        data-colour={colour}
        aria-keyshortcuts={onMove && 'Alt+ArrowUp Alt+ArrowDown'}
        onKeyDown={(event) => {
          const by = event.altKey ? MOVES[event.key] : undefined;
          if (by === undefined || !onMove) return;
          event.preventDefault();
          onMove(by);
        }}
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
