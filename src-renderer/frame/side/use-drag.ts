import { useState, type DragEvent, type HTMLAttributes } from 'react';

/** Only what is dragged here may be dropped here: not a file, not a text from elsewhere. */
const KIND = 'application/x-tocsin-account';

interface Place {
  readonly id: string;
  readonly side: 'before' | 'after';
}
export type DragProps = HTMLAttributes<HTMLLIElement> & { readonly 'data-drop'?: Place['side'] | undefined };

/**
 * An account is dragged to another place of the list. Alt and an arrow do the same, and both end in `move`, which says
 * the new place aloud.
 * @param order ids as they stand @param move so many places down
 * @returns what the list item of an account takes
 */
export function useDrag(order: readonly string[], move: (id: string, by: number) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Place | null>(null);

  const end = (): void => {
    setDragged(null);
    setOver(null);
  };

  return (id: string): DragProps => ({
    draggable: true,
    'data-drop': over?.id === id && placesDown(order, dragged, over) !== 0 ? over.side : undefined,
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData(KIND, id);
      setDragged(id);
    },
    onDragOver(event) {
      if (dragged === null) return;
      event.preventDefault(); // it may be dropped here
      const side = sideOf(event);
      if (over?.id !== id || over.side !== side) setOver({ id, side });
    },
    onDrop(event) {
      event.preventDefault();
      const by = placesDown(order, dragged, { id, side: sideOf(event) });
      if (dragged !== null && by !== 0) move(dragged, by);
      end();
    },
    onDragEnd: end,
  });
}

function sideOf({ currentTarget, clientY }: DragEvent): Place['side'] {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}

/** Where it would go, as places down from where it stands. */
function placesDown(order: readonly string[], dragged: string | null, { id, side }: Place): number {
  const from = dragged === null ? -1 : order.indexOf(dragged);
  const at = order.indexOf(id);
  if (from < 0 || at < 0) return 0;
  const to = at + (side === 'after' ? 1 : 0);
  return (to > from ? to - 1 : to) - from;
}
