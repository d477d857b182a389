import { Ellipsis } from 'lucide-react';
import { pauseChoices } from '../../src-shared/moments';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { useNow } from '../ui/use-now';
import { Menu, type MenuEntry } from '../ui/Menu';

/** What is rarely wanted. `first`: the main act, where there is no room for its button. */
export function MoreMenu({ first }: { readonly first: MenuEntry | null }) {
  const { messages, format } = useWords();
  const words = messages.pages.frame.menu;
  const acts = useActs();
  const now = useNow(60_000);
  const paused = useApp((state) => state.pausedUntil);
  const pausing: readonly MenuEntry[] =
    paused === null
      ? [
          ...pauseChoices(now).map((one) => ({
            label:
              one.kind === 'minutes'
                ? words.pauseFor(messages.later.minutes(one.minutes))
                : words.pauseUntil(format.time(one.until)),
            act: () =>
              void acts.pause(one.kind === 'minutes' ? Date.now() + one.minutes * 60_000 : one.until),
          })),
          { label: messages.later.pause.other, act: () => acts.ask({ kind: 'pause' }) },
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
