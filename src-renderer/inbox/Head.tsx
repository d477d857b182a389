import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';
import { NARROW, useMedia } from '../ui/use-media';
import type { Cursor } from './cursor';
import { FilterPanel } from './FilterPanel';
import { QueryBox } from './QueryBox';
import type { Rows, Shown } from './rows';
import { useMarkButton } from './use-mark-button';

interface Props {
  readonly cursor: Cursor;
  readonly shown: Shown;
  readonly rows: Rows;
}

/** The query box, the one main act, and the rest in a menu. */
export function Head({ cursor, shown, rows }: Props) {
  const { messages, format } = useWords();
  const words = messages.pages.frame.menu;
  const acts = useActs();
  const paused = useApp((state) => state.pausedUntil);
  const chosen = useStore(cursor.store, (state) => state.chosen);
  const mark = useMarkButton({ cursor, chosen, shown, rows });
  const narrow = useMedia(NARROW);
  const [panel, setPanel] = useState(false);
  const pausing =
    paused === null
      ? [
          { label: words.pause30, act: () => void acts.pause(30) },
          { label: words.pause60, act: () => void acts.pause(60) },
        ]
      : [{ label: words.resume(format.time(paused)), act: () => void acts.pause(null) }];
  return (
    <div className="head">
      <QueryBox />
      <FilterPanel open={panel} onOpen={setPanel} />
      {mark && !narrow && <Button onClick={mark.act}>{mark.label}</Button>}
      <Menu
        trigger={
          <Button look="quiet" icon aria-label={messages.inbox.list.more}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        entries={[
          ...(mark && narrow ? [mark] : []),
          { label: words.poll, hint: <kbd>r</kbd>, act: () => void acts.pollNow() },
          ...pausing,
          { label: words.keys, hint: <kbd>?</kbd>, act: () => acts.ask({ kind: 'keys' }) },
        ]}
      />
    </div>
  );
}
