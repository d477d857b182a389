import { Ellipsis } from 'lucide-react';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Menu, type MenuEntry } from '../ui/Menu';

/** What is rarely wanted. `first`: the main act, where there is no room for its button. */
export function MoreMenu({ first }: { readonly first: MenuEntry | null }) {
  const { messages, format } = useWords();
  const words = messages.pages.frame.menu;
  const acts = useActs();
  const paused = useApp((state) => state.pausedUntil);
  const pausing: readonly MenuEntry[] =
    paused === null
      ? [
          { label: words.pause30, act: () => void acts.pause(30) },
          { label: words.pause60, act: () => void acts.pause(60) },
        ]
      : [{ label: words.resume(format.time(paused)), act: () => void acts.pause(null) }];
  return (
    <Menu
      trigger={
        <Button look="quiet" icon aria-label={messages.inbox.list.more}>
          <Ellipsis size={16} aria-hidden />
        </Button>
      }
      entries={[
        ...(first ? [first] : []),
        { label: words.poll, hint: <kbd>r</kbd>, act: () => void acts.pollNow() },
        ...pausing,
        { label: words.keys, hint: <kbd>?</kbd>, act: () => acts.ask({ kind: 'keys' }) },
      ]}
    />
  );
}
