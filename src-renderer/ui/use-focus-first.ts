import { useEffect, useRef, type RefObject } from 'react';

/** What was just asked for takes the focus: the field of a form that a button opened. */
export function useFocusFirst<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
