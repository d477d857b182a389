import { useState } from 'react';
import { FATES, type AlertPreview } from '../../../src-shared/alert-preview';
import { useActs, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import type { ControlProps } from '../setting';
import { useAlertRules } from './use-alert-rules';
import { usePreview } from './use-preview';
import './alerts.css';

type Done = Extract<AlertPreview, { state: 'done' }>;

/** "In your last 7 days these rules give 12 alerts instead of 240", with what became of the rest; and the way to save. */
export function PreviewRow({ save }: ControlProps) {
  const { messages, format } = useWords();
  const words = messages.alerts.preview;
  const { draft } = useAlertRules();
  const { shown, counting, failure } = usePreview();
  const acts = useActs();
  const [saved, setSaved] = useState(false);

  async function put(): Promise<void> {
    if (!draft) return;
    setSaved(await save(draft));
  }

  return (
    <div className={draft ? 'preview unsaved' : 'preview'}>
      <output className="preview-says">
        {counting
          ? words.counting(format.number(counting.read))
          : failure
            ? words.failed(messages.failures[failure.kind](failure).what)
            : shown && <Says done={shown} drafted={shown.drafted} />}
      </output>
      {shown && !counting && shown.items > 0 && <Fates done={shown} drafted={shown.drafted} />}
      {draft && (
        <div className="preview-acts">
          <span className="preview-unsaved">{words.unsaved}</span>
          <Button look="primary" onClick={() => void put()}>
            {words.save}
          </Button>
          <Button onClick={() => acts.keepAlertDraft(null)}>{words.discard}</Button>
        </div>
      )}
      <output className="muted">{!draft && saved && words.saved}</output>
    </div>
  );
}

function Says({ done, drafted }: { readonly done: Done; readonly drafted: boolean }) {
  const { messages, format } = useWords();
  const words = messages.alerts.preview;
  const { toasts } = done.draft;
  const shown = format.number(toasts);
  if (done.items === 0) return words.nothing;
  if (!drafted) return words.same(toasts, shown);
  if (toasts === done.saved.toasts) return words.as(toasts, shown);
  return words.instead(toasts, shown, format.number(done.saved.toasts));
}

/** Each item once, by what became of it. */
function Fates({ done, drafted }: { readonly done: Done; readonly drafted: boolean }) {
  const { messages, format } = useWords();
  const words = messages.alerts.preview;
  const { saved, draft } = done;
  const there = FATES.filter((fate) => saved.fates[fate] + draft.fates[fate] > 0);
  return (
    <details className="preview-fates">
      <summary>{words.of(done.items, format.number(done.items))}</summary>
      <table>
        {drafted && (
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen-text">{words.label}</span>
              </th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {there.map((fate) => (
            <tr key={fate}>
              <th scope="row">{words.fates[fate]}</th>
              {drafted && <td>{format.number(saved.fates[fate])}</td>}
              <td>{format.number(draft.fates[fate])}</td>
            </tr>
          ))}
          {saved.again + draft.again > 0 && (
            <tr className="preview-again">
              <th scope="row">{words.again}</th>
              {drafted && <td>{format.number(saved.again)}</td>}
              <td>{format.number(draft.again)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </details>
  );
}
