import { useEffect, useState } from 'react';
import type { Failure, Result } from '../../src-shared/app-error';
import type { Detail } from '../../src-shared/inbox';
import { keyText, type NotificationKey } from '../../src-shared/notification';
import { useApp, useParts } from '../app-context';

/** Passing by with `j` asks no server: only what is looked at for so long is read again. */
const STAY_MS = 400;

export interface DetailState {
  /** Until the next one is there, the one before stays. */
  readonly detail: Detail | null;
  /** It is not there at all. */
  readonly failure: Failure | null;
  /** It could not be read again from the server. */
  readonly stale: Failure | null;
}

/** One notification from the local history, and then quietly from the server as it has it now. */
export function useDetail(id: NotificationKey): DetailState {
  const { bridge } = useParts();
  const text = keyText(id);
  const revision = useApp((state) => state.revision);
  const [state, setState] = useState<DetailState & { readonly of: string | null }>({
    of: null,
    detail: null,
    failure: null,
    stale: null,
  });

  useEffect(() => {
    let gone = false;
    void bridge.call('inboxItem', { key: id }).then((reply: Result<Detail>) => {
      if (gone) return;
      setState((old) => {
        const stale = old.of === text ? old.stale : null;
        if (reply.ok) return { of: text, detail: reply.value, failure: null, stale };
        // What stands here is still the last that was read.
        return old.of === text && old.detail
          ? old
          : { of: text, detail: null, failure: reply.failure, stale };
      });
    });
    return () => {
      gone = true;
    };
  }, [bridge, id, text, revision]);

  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      void bridge.call('inboxRefresh', { key: id }).then((reply) => {
        if (gone) return;
        if (reply.ok) setState({ of: text, detail: reply.value, failure: null, stale: null });
        else setState((old) => (old.of === text ? { ...old, stale: reply.failure } : old));
      });
    }, STAY_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [bridge, id, text]);

  return state;
}
