/** What a key asks for. `null`: nothing of ours. */
export type Shortcut =
  | { readonly act: 'find' | 'undo' | 'poll' | 'help' }
  | { readonly act: 'open' | 'seen' | 'snooze' | 'choose' | 'close' }
  | { readonly act: 'move'; readonly to: Move; readonly extend: boolean };
export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MOVES: { readonly [key: string]: Move } = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

const PLAIN: { readonly [key: string]: Shortcut } = {
  '/': { act: 'find' },
  u: { act: 'undo' },
  r: { act: 'poll' },
  '?': { act: 'help' },
  e: { act: 'seen' },
  s: { act: 'snooze' },
  x: { act: 'choose' },
  Enter: { act: 'open' },
  Escape: { act: 'close' },
  j: { act: 'move', to: 'next', extend: false },
  k: { act: 'move', to: 'previous', extend: false },
};

export function shortcutOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Shortcut | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === 'z' && !shiftKey ? { act: 'undo' } : null;
  const to = MOVES[key];
  if (to) return { act: 'move', to, extend: shiftKey };
  return PLAIN[key] ?? null;
}

/** Keys belong to what has the focus first: text being typed, an open dialog or menu. */
export function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], .float') !== null;
}

/** A button does its own thing on Enter, a group of radio buttons on arrows. */
export const ownsKey = (target: EventTarget | null, { act }: Shortcut): boolean =>
  target instanceof HTMLElement && act === 'open' && target.closest('button, a, [role=switch]') !== null;
