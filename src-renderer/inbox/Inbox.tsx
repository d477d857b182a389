import { useEffect, useMemo, useState } from 'react';

import { useApp, useUi, useWords } from '../app-context';
import { Detail } from '../details/Detail';
import { ConnectionBanner } from '../frame/banners/ConnectionBanner';
import { DesktopBanners } from '../frame/banners/DesktopBanners';
import { Foot } from '../frame/Foot';
import { viewOf } from '../places';
import { NARROW, useMedia } from '../ui/use-media';
import { createCursor } from './cursor';
import { Empty } from './Empty';
import { Head } from './Head';
import { List } from './list/List';
import { ListEnd } from './list/ListEnd';
import { MOST, rowAt } from './rows/rows';
import { useAsked } from './use-asked';
import { useListKeys } from './list/use-list-keys';
import { useRows } from './rows/use-rows';
import './inbox.css';

export function Inbox() {
  const { rows, shown, sourceId } = useRows();
  const [cursor] = useState(createCursor);
  const narrow = useMedia(NARROW);
  const { messages } = useWords();
  const opened = useUi((ui) => ui.opened);
  const view = useUi((ui) => (ui.members ? undefined : viewOf(ui.filter)));
  const ready = useApp((state) => state.ready);
  const asked = useAsked(shown);
  const local = Math.min(shown.total, MOST);
  const count = local + asked.rows.length;
  const lines = useMemo(
    () => ({ count, local, at: (i: number) => (i < local ? rowAt(shown, i) : asked.rows[i - local]) }),
    [count, local, shown, asked.rows],
  );
  // A selection is of what was shown: another view begins without one.
  useEffect(() => cursor.reset(), [cursor, shown.source]);
  useEffect(() => cursor.follow(lines), [cursor, lines]);
  const { list, focusActive } = useListKeys(cursor, lines, shown, narrow);
  const covered = narrow && opened !== null;
  // What another filter has none of says nothing of this one: it would be “All seen” for a moment.
  const settled = ready && shown.source?.id === sourceId;
  return (
    <>
      <h1 className="unseen-text">{view ? messages.inbox.views[view] : messages.inbox.list.name}</h1>
      <ConnectionBanner />
      <DesktopBanners />
      <Head cursor={cursor} shown={shown} rows={rows} toList={focusActive} />
      <div className={opened ? 'columns with-detail' : 'columns'}>
        <div className="list-column" inert={covered}>
          {count > 0 ? (
            <List handle={list} lines={lines} cursor={cursor} rows={rows} shown={shown} narrow={narrow}>
              <ListEnd asked={asked} shown={shown} />
            </List>
          ) : (
            <Empty settled={settled} shown={shown} asked={asked} retry={rows.refresh} />
          )}
        </div>
        {opened && <Detail id={opened} narrow={narrow} onClosed={focusActive} />}
      </div>
      <Foot />
    </>
  );
}
