import { AlarmClock, Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useActs, useUi, useWords } from '../app-context';
import type { Notice, Undoable } from '../app-store';
import { Button } from '../ui/Button';
import { useNow } from '../ui/use-now';
import { useFailureText } from '../ui-words';
import './strip.css';

/** How long a sentence without a button stays. */
const NOTICE_MS = 6000;
/** One with an Undo. */
const UNDO_MS = 12_000;

/** What was just done, and its Undo. Always there for screen readers, drawn when it has something to say. */
export function Strip() {
  const notice = useUi((ui) => ui.notice);
  const mark = useUi((ui) => ui.marks.at(-1));
  return (
    <div className="strip-place" aria-live="polite">
      {notice ? (
        <Said notice={notice} />
      ) : (
        mark && <Marked key={`${mark.batches[0]} ${mark.until}`} mark={mark} />
      )}
    </div>
  );
}

function Marked({ mark }: { readonly mark: Undoable }) {
  const { messages, format } = useWords();
  const words = messages.inbox.marks;
  const acts = useActs();
  const now = useNow(250);
  const shown = format.number(mark.count);
  const done = mark.snoozed
    ? messages.later.snooze.done(mark.count, shown, format.moment(mark.snoozed.to, now))
    : words.done(mark.count, shown);
  const left = Math.max(0, mark.until - now);
  const [whole] = useState(() => Math.max(0, mark.until - Date.now()));
  useEffect(() => {
    const timer = setTimeout(() => acts.forget(mark), Math.max(0, mark.until - Date.now()));
    return () => clearTimeout(timer);
  }, [acts, mark]);
  return (
    <div className="strip">
      {mark.snoozed ? <AlarmClock size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      <span>{done}</span>
      <Button look="link" onClick={() => void acts.undo()}>
        {words.undo}
      </Button>
      <span className="strip-left" aria-hidden>
        {words.left(Math.ceil(left / 1000))}
      </span>
      <i className="strip-bar" aria-hidden style={{ animationDuration: `${whole}ms` }} />
    </div>
  );
}

function Said({ notice }: { readonly notice: Notice }) {
  const acts = useActs();
  const { messages } = useWords();
  const text = useNoticeText(notice);
  const canUndo = notice.kind === 'name-forgotten' || (notice.kind === 'reset' && notice.count > 0);
  const canRestart = notice.kind === 'keyring' && notice.state === 'restart';
  useEffect(() => {
    const timer = setTimeout(
      () => acts.say(null),
      canUndo || notice.kind === 'keyring' ? UNDO_MS : NOTICE_MS,
    );
    return () => clearTimeout(timer);
  }, [acts, notice, canUndo]);
  return (
    <div className="strip">
      <span>{text}</span>
      {canUndo && (
        <Button look="link" onClick={() => void acts.undo()}>
          {messages.inbox.marks.undo}
        </Button>
      )}
      {canRestart && (
        <Button look="link" onClick={() => void acts.restart()}>
          {messages.pages.frame.keyring.act}
        </Button>
      )}
      <Button look="quiet" small icon aria-label={messages.inbox.marks.hide} onClick={() => acts.say(null)}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

function useNoticeText(notice: Notice): string {
  const { messages, format } = useWords();
  const { marks, markAll } = messages.inbox;
  const { wasReset, naming } = messages.pages.preferences;
  const said = useFailureText();
  switch (notice.kind) {
    case 'taken-back':
      return marks.takenBack;
    case 'already-sent':
      return marks.alreadySent;
    case 'nothing-to-undo':
      return marks.nothingToUndo;
    case 'brought-back':
      return messages.later.snooze.isBack(notice.count, format.number(notice.count));
    case 'seen-already':
      return marks.seenAlready;
    case 'reset':
      if (notice.count === 0) return wasReset.none;
      return notice.label === null
        ? wasReset.all(notice.count, format.number(notice.count))
        : wasReset.one(notice.label);
    case 'name-forgotten':
      return naming.forgotten(notice.name);
    case 'preferences-back':
      return wasReset.back;
    case 'keyring':
      return messages.pages.frame.keyring[notice.state];
    case 'silenced':
      return messages.alerts.silences.done(notice.what, notice.until);
    case 'marked-all':
      return markAll.done(notice.count, format.number(notice.count), notice.account);
    case 'failed':
      return said(notice.failure);
  }
}
