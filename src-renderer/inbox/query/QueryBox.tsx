import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { dayNumber } from '../../../src-shared/days';
import { useActs, useApp, useUi, useWords } from '../../app-context';
import { QUERY_ID } from '../../frame/use-global-keys';
import { noonOf, useToday } from '../../ui/use-today';
import { chipsOf } from './chips';
import { readDraft } from './draft';
import './query-box.css';

/** Long enough to type on, short enough to feel direct. */
const TYPING_MS = 180;

/** One box: filters as chips, and words that are searched for. */
export function QueryBox({ toList }: { readonly toList: () => void }) {
  const { messages, format } = useWords();
  const words = messages.inbox.query;
  const acts = useActs();
  const filter = useUi((ui) => ui.filter);
  const members = useUi((ui) => ui.members);
  const filterSet = useUi((ui) => ui.filterSet);
  const total = useApp((state) => state.counts.total);
  const accounts = useApp((state) => state.accounts);
  const today = useToday();
  const [draft, setDraft] = useState(filter.text ?? '');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState(filterSet);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // The filter was set from elsewhere: what stood in the box is no longer meant.
  if (taken !== filterSet) {
    setTaken(filterSet);
    setDraft(filter.text ?? '');
    setUnknown([]);
  }
  useEffect(() => clearTimeout(timer.current), [filterSet]);

  const take = (text: string, whole: boolean, wait = 0): void => {
    const read = readDraft(filter, text, whole, today);
    setDraft(read.text);
    setUnknown(read.unknown);
    clearTimeout(timer.current);
    // What left the box has to be in the filter at once.
    if (wait === 0 || read.text !== text) acts.filterBy(read.filter);
    else timer.current = setTimeout(() => acts.filterBy(read.filter), wait);
  };

  const chips = members
    ? [{ name: '', value: messages.inbox.views.members(members.length), without: filter }]
    : chipsOf(
        filter,
        words,
        (id) => accounts.find((one) => one.id === id)?.name ?? id,
        (day) => format.shortDay(noonOf(dayNumber(day)!), noonOf(today)),
      );
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const last = chips.at(-1);
    if (event.key === 'Enter') take(draft, true);
    else if (event.key === 'Backspace' && draft === '' && last) acts.filterBy(last.without);
    else if (event.key === 'Escape') {
      // Where there is no row, nothing has the focus: keys work all the same.
      event.currentTarget.blur();
      toList();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="query-place">
      <div className="query">
        <Search size={16} aria-hidden />
        {chips.map((chip) => (
          <span key={chip.name} className="chip">
            {chip.name !== '' && <b>{chip.name}:</b>}
            <span>{chip.value}</span>
            <button
              type="button"
              aria-label={words.remove([chip.name, chip.value].filter(Boolean).join(':'))}
              onClick={() => acts.filterBy(chip.without)}
            >
              <X size={12} aria-hidden />
            </button>
          </span>
        ))}
        <input
          id={QUERY_ID}
          type="text"
          aria-label={words.label}
          aria-describedby={unknown.length > 0 ? 'query-unknown' : undefined}
          placeholder={total > 0 ? words.placeholderIn(format.number(total)) : words.placeholder}
          spellCheck={false}
          autoComplete="off"
          value={draft}
          onChange={(event) => {
            const { value } = event.target;
            take(value, false, /\s$/.test(value) || value === '' ? 0 : TYPING_MS);
          }}
          onBlur={() => draft !== '' && take(draft, true)}
          onKeyDown={press}
        />
        <kbd aria-hidden>/</kbd>
      </div>
      {unknown.length > 0 && (
        <div id="query-unknown" className="query-unknown" aria-live="polite">
          {words.unknown(unknown.join(', '))} {words.known}
        </div>
      )}
    </div>
  );
}
