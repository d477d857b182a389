import { use } from 'react';
import type { LeftBehind, PreferencesImported } from '../../src-shared/preferences-answers';
import type { PreferenceName } from '../../src-shared/preferences';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { SettingsContext } from './setting';

type Done = Exclude<PreferencesImported, { state: 'cancelled' }>;

/** What of a file was taken, what was not and why; nothing of a bad one passes silently. */
export function ImportReport({
  imported,
  onClose,
}: {
  readonly imported: Done;
  readonly onClose: () => void;
}) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences.imported;
  const acts = useActs();
  const labelOf = useLabels();
  const leftText = useLeftText();
  if (imported.state === 'not-ours')
    return (
      <Note>
        {words.notOurs[imported.why](imported.file)} {words.nothing}
        <div className="acts">
          <Button look="link" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </Note>
    );
  const { file, taken, refused, locked, left, act } = imported;
  const others = act.names.length;
  const n = refused.length + locked.length + left.length;
  return (
    <div className="import-report">
      <p>
        {taken.length === 0
          ? words.none(file)
          : `${words.taken(taken.length, format.number(taken.length), file)} ${others === 0 ? words.same : words.moved(others, format.number(others))}`}
      </p>
      {others > 0 && <p className="muted">{act.names.map(labelOf).join(', ')}</p>}
      {n > 0 && (
        <>
          <p>{words.refused(n, format.number(n))}</p>
          <ul>
            {locked.map((name) => (
              <li key={name}>{words.why.locked(labelOf(name))}</li>
            ))}
            {refused.map(({ field, why }) => (
              <li key={field}>{words.why[why](field)}</li>
            ))}
            {left.map((one, i) => (
              <li key={i}>{leftText(one)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="all-acts">
        {others > 0 && (
          <Button
            small
            onClick={() => {
              void acts.undoPreferences(act.act);
              onClose();
            }}
          >
            {words.undo}
          </Button>
        )}
        <Button small look="quiet" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}

/** "2 names of “Lab Kraków” (https://…): no account here has this address and user" */
function useLeftText(): (left: LeftBehind) => string {
  const { messages, format } = useWords();
  const words = messages.pages.preferences.imported;
  return ({ name, baseUrl, why, names, silences }) => {
    const what = [
      ...(names > 0 ? [words.names(names, format.number(names))] : []),
      ...(silences > 0 ? [words.silences(silences, format.number(silences))] : []),
    ].join(', ');
    const who = name === null ? words.unnamed : words.known(name, baseUrl ?? '');
    return `${words.left(what, who)}: ${words.leftWhy[why]}`;
  };
}

/** What the page calls a preference. */
function useLabels(): (name: PreferenceName) => string {
  const settings = use(SettingsContext);
  const { messages } = useWords();
  const preferences = useApp((state) => state.preferences);
  return (name) =>
    settings.find(({ names }) => names.includes(name))?.text(messages, preferences).label ?? name;
}
