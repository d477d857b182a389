import { TENANT_FIELDS } from '../../src-shared/tenant-settings';
import type { MaskedSettings } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import type { Form } from '../tenant-draft';
import { previewOf, webhookProblem, type PreviewLine } from './form';
import { usePreviewWords } from './preview-words';

/** The request as it will go out, before it goes. */
export function WhatIsSent({ form, settings }: { readonly form: Form; readonly settings: MaskedSettings }) {
  const words = useWords().messages.pages.tenant.diff;
  // What cannot be sent stands by its field, not here.
  const wrong = webhookProblem(form) !== undefined;
  const lines = previewOf(form, settings).filter(({ field }) => !(wrong && field === 'teamsWebhookUrl'));
  return (
    <section>
      <h2>{words.title}</h2>
      <div className="group diff-place">
        {lines.length === 0 ? (
          <span className="muted">{words.nothing}</span>
        ) : (
          <>
            <DiffLines head="PATCH" lines={lines} />
            {lines.length < TENANT_FIELDS.length && (
              <div className="faint">{words.rest(TENANT_FIELDS.length - lines.length)}</div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

interface LinesProps {
  readonly head?: string;
  readonly lines: readonly PreviewLine[];
}

export function DiffLines({ head, lines }: LinesProps) {
  const words = useWords().messages.pages.tenant.diff;
  const say = usePreviewWords();
  return (
    <ul className="diff">
      {head !== undefined && <li>{head}</li>}
      {lines.map(({ field, from, to }) => (
        <li key={field}>
          {field}: <del>{say(from)}</del> <span aria-hidden>→</span>{' '}
          <span className="unseen-text">{words.to} </span>
          <ins>{say(to)}</ins>
        </li>
      ))}
    </ul>
  );
}
