import { memo, type MouseEvent } from 'react';
import type { Row } from '../../../src-shared/inbox';
import { RowContent } from './RowContent';

interface Props {
  readonly row: Row | undefined;
  readonly index: number;
  readonly count: number;
  /** px from the top of the list. */
  readonly top: number;
  readonly heading: string | undefined;
  readonly active: boolean;
  /** The number of the day it is. */
  readonly today: number;
  readonly opened: boolean;
  readonly chosen: boolean;
  readonly onPress: (index: number, event: MouseEvent) => void;
  /** The other button of the mouse. */
  readonly onAside: (index: number, event: MouseEvent) => void;
}

/** One line of the list, with its day above it where one begins. */
export const Line = memo(function Line(props: Props) {
  const { row, index, count, top, heading, active, today, opened, chosen, onPress, onAside } = props;
  const names = ['row', row?.seen && 'seen', opened && 'opened', chosen && 'chosen'].filter(Boolean);
  return (
    <div role="presentation" className="line" style={{ transform: `translateY(${top}px)` }}>
      {heading !== undefined && (
        <div className="day" aria-hidden>
          <span>{heading}</span>
        </div>
      )}
      {/* Keys are the list's own, for all its rows (use-list-keys). */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        // A native option cannot hold a row.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="option"
        className={names.join(' ')}
        data-index={index}
        tabIndex={active ? 0 : -1}
        aria-selected={chosen || opened}
        aria-setsize={count}
        aria-posinset={index + 1}
        onClick={(event) => onPress(index, event)}
        onContextMenu={(event) => onAside(index, event)}
      >
        {row && <RowContent row={row} today={today} />}
      </div>
    </div>
  );
});
