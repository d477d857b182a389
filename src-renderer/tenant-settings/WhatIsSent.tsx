import type { TenantView } from '../../src-shared/ipc';
import { TENANT_FIELDS, type TenantField } from '../../src-shared/tenant-settings';
import { useWords } from '../app-context';
import { changedFields, changesOf, webhookProblem, type Form } from './form';

/** The request as it will go out, before it goes. A webhook stands here by its end only. */
export function WhatIsSent({ form, view }: { readonly form: Form; readonly view: TenantView }) {
  const words = useWords().messages.pages.tenant.diff;
  const changes = changesOf(form);
  // What cannot be sent stands by its field, not here.
  const wrong = webhookProblem(form) !== undefined;
  const fields = changedFields(changes).filter((name) => !(wrong && name === 'teamsWebhookUrl'));
  const { settings } = view;
  const say = (value: boolean): string => (value ? words.on : words.off);
  const end = (text: string | undefined): string => (text === undefined ? words.none : `…${text}`);
  const pair = (name: TenantField): readonly [string, string] => {
    if (name !== 'teamsWebhookUrl') return [say(settings[name]), say(changes[name] ?? settings[name])];
    return [end(settings.teamsWebhookUrl?.end), end(changes.teamsWebhookUrl?.slice(-4))];
  };
  return (
    <section>
      <h2>{words.title}</h2>
      <div className="group diff-place">
        {fields.length === 0 ? (
          <span className="muted">{words.nothing}</span>
        ) : (
          <>
            <ul className="diff">
              <li>PATCH</li>
              {fields.map((name) => {
                const [old, next] = pair(name);
                return (
                  <li key={name}>
                    {name}: <del>{old}</del> <span aria-hidden>→</span>{' '}
                    <span className="unseen-text">{words.to} </span>
                    <ins>{next}</ins>
                  </li>
                );
              })}
            </ul>
            {fields.length < TENANT_FIELDS.length && (
              <div className="faint">{words.rest(TENANT_FIELDS.length - fields.length)}</div>
            )}
          </>
        )}
      </div>
    </section>
  );
}
