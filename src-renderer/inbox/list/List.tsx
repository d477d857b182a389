import { useImperativeHandle, useRef, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useApp, useUi, useWords } from '../../app-context';
import { keyText } from '../../../src-shared/notification';
import type { Cursor } from '../cursor';
import type { Lines, ListHandle } from '../rows/lines';
import { useToday } from '../../ui/use-today';
import { Line } from './Line';
import { NewAbove } from './NewAbove';
import type { Rows, Shown } from '../rows/rows';
import { useHold } from '../rows/use-hold';
import { useListClick, useSnoozeClick } from './use-list-click';
import { useListPlace } from './use-list-place';
import './list.css';

interface Props {
  readonly handle: RefObject<ListHandle | null>;
  readonly lines: Lines;
  readonly cursor: Cursor;
  readonly rows: Rows;
  readonly shown: Shown;
  readonly narrow: boolean;
  /** Below the last row. */
  readonly children: ReactNode;
}

/** Only the rows in sight are drawn; the one under the cursor always, so that the focus is never lost. */
export function List({ handle, lines, cursor, rows, shown, narrow, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { messages } = useWords();
  const { active, chosen } = useStore(cursor.store);
  const opened = useUi((ui) => ui.opened);
  const openedText = opened && keyText(opened);
  const today = useToday();
  const place = useListPlace({ scroller, lines, rows, shown, active });
  const hold = useHold({ scroller, rows, held: opened !== null || chosen.size > 0 });
  const aside = useSnoozeClick(lines);
  const click = useListClick({ cursor, lines, narrow, focus: place.focus });
  const { focus, pageSize } = place;
  useImperativeHandle(handle, () => ({ focus, pageSize }), [focus, pageSize]);
  const density = useApp((state) => state.preferences.density);
  return (
    <>
      {shown.waiting > 0 && <NewAbove count={shown.waiting} onShow={place.toTop} />}
      <div ref={scroller} className={`list ${density}`} {...hold.handlers}>
        {place.sticky !== null && (
          <div className="day sticky" aria-hidden>
            <span>{place.sticky}</span>
          </div>
        )}
        <div
          // A native select cannot be virtual.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="listbox"
          aria-label={messages.inbox.list.name}
          aria-multiselectable
          className="list-rows"
          style={{ height: `${place.height}px` }}
        >
          {place.items.map(({ index, start, heading }) => {
            const row = lines.at(index);
            const text = row && keyText(row.key);
            return (
              <Line
                key={text ?? index}
                row={row}
                index={index}
                count={lines.count}
                top={start}
                heading={heading}
                active={index === active}
                today={today}
                opened={text !== undefined && text === openedText}
                chosen={text !== undefined && chosen.has(text)}
                onPress={click}
                onAside={aside}
              />
            );
          })}
        </div>
        {children}
      </div>
    </>
  );
}
