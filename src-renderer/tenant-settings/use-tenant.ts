import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import { TENANT_FIELDS, type AlteredFields, type TenantField } from '../../src-shared/tenant-settings';
import type { PastChange, TenantSaved, TenantView } from '../../src-shared/tenant-view';
import { useParts } from '../app-context';
import { isTouched, type Form, type TenantDraft } from '../tenant-draft';
import { revert, wantedBy, webhookProblem, without } from './form';
import { markOf, NO_DRAFT, useDraft } from './use-draft';

type Errors = { readonly [Name in TenantField]?: string };

/** What is to be said once: the outcome of the last act. */
export type Said =
  | { readonly kind: 'load-failed' | 'not-saved' | 'unknown'; readonly failure: Failure }
  /** The answer was lost; read again these are as they were. `failure`: how it was lost, where that was just now. */
  | { readonly kind: 'not-applied'; readonly open: readonly TenantField[]; readonly failure?: Failure }
  | { readonly kind: 'saved'; readonly at: number; readonly altered: AlteredFields; readonly lost: boolean };

interface State {
  readonly view: TenantView | null;
  readonly said: Said | null;
  /** The server's words by field. */
  readonly errors: Errors;
  /** The webhook was looked at before sending and is none. */
  readonly refused: boolean;
  /** Fields that somebody else changed meanwhile; each needs a choice. */
  readonly conflict: readonly TenantField[] | null;
  readonly busy: boolean;
  readonly readOnly: boolean;
  /** What Discard took away, until something else is done. */
  readonly discarded: TenantDraft | null;
}

const START: State = {
  view: null,
  said: null,
  errors: {},
  refused: false,
  conflict: null,
  busy: false,
  readOnly: false,
  discarded: null,
};
const QUIET = { said: null, errors: {}, refused: false, discarded: null } as const;

export type Tenant = ReturnType<typeof useTenant>;

/** A tenant's settings: read, changed here, and sent as the difference only. */
export function useTenant(account: string, tokenHint: string) {
  const { bridge } = useParts();
  const [state, setState] = useState<State>(START);
  const put = useCallback((change: Partial<State>) => setState((old) => ({ ...old, ...change })), []);
  const { draft, keep, now, change, onto } = useDraft(account);
  const { view } = state;
  const { form } = draft;

  const took = useCallback(
    (fresh: TenantView): void => {
      const { settled, settings } = fresh;
      const { form: unsaved, over, sent } = now();
      if (settled?.state === 'saved' && sent) keep(NO_DRAFT);
      else onto(settings);
      // It was begun over another webhook than the one that stands there by now.
      const begun = unsaved.webhook.kind !== 'keep' && now().form.webhook.kind !== 'keep';
      const conflict: State['conflict'] = begun && over !== markOf(settings) ? ['teamsWebhookUrl'] : null;
      put({ view: fresh, busy: false, readOnly: false, said: saidOf(fresh), conflict });
    },
    [keep, now, onto, put],
  );
  const read = useCallback(
    () =>
      bridge.call('tenantLoad', { account }).then((reply) => {
        if (reply.ok) took(reply.value);
        else put({ said: { kind: 'load-failed', failure: reply.failure }, busy: false });
      }),
    [bridge, account, put, took],
  );

  // A new token may have other rights: read again.
  useEffect(() => {
    void read();
  }, [read, tokenHint]);

  function answered(reply: TenantSaved): void {
    if (reply.state === 'unknown') {
      keep({ ...now(), sent: true });
      return put({ busy: false, said: { kind: 'unknown', failure: reply.failure } });
    }
    const { view: shown } = reply;
    if (reply.state === 'saved') {
      keep(NO_DRAFT);
      const { altered, lost } = reply;
      const done = { kind: 'saved', at: Date.now(), altered, lost } as const;
      return put({ busy: false, view: shown, conflict: null, said: done });
    }
    onto(shown.settings);
    if (reply.state === 'conflict') return put({ busy: false, view: shown, conflict: reply.fields });
    const { open, failure } = reply;
    put({ busy: false, view: shown, conflict: null, said: { kind: 'not-applied', open, failure } });
  }

  async function send(asked: TenantDraft): Promise<void> {
    if (!view) return;
    if (webhookProblem(asked.form)) return put({ refused: true });
    keep(asked);
    if (!isTouched(asked.form)) {
      keep(NO_DRAFT);
      return put({ conflict: null });
    }
    const touched = asked.form.webhook.kind !== 'keep';
    if (touched && asked.over !== markOf(view.settings)) return put({ conflict: ['teamsWebhookUrl'] });
    put({ ...QUIET, busy: true });
    const { changes, webhook } = wantedBy(asked.form);
    const input = { account, version: view.version, changes, ...(webhook && { webhook }) };
    const reply = await bridge.call('tenantSave', input);
    if (reply.ok) answered(reply.value);
    else put({ busy: false, ...refusal(reply.failure, asked.form) });
  }

  return {
    ...state,
    form,
    load(): Promise<void> {
      put({ said: null, busy: true });
      return read();
    },
    change(next: Form): void {
      if (view) change(next, view.settings);
      put(QUIET);
    },
    discard(): void {
      keep(NO_DRAFT);
      put({ ...QUIET, conflict: null, discarded: draft });
    },
    bringBack(): void {
      if (state.discarded) keep(state.discarded);
      if (view) onto(view.settings);
      put({ discarded: null });
    },
    refuse: (): void => put({ refused: true }),
    revert(past: PastChange): void {
      if (!view) return;
      put({ ...QUIET, conflict: null });
      change(revert(form, view.settings, past), view.settings);
    },
    save: (): Promise<void> => send(draft),
    /** Out of the choice, nothing sent; the next save asks again. */
    back: (): void => put({ conflict: null }),
    /** @param theirs fields that stay as somebody else set them; over the others goes what was changed here */
    settle: (theirs: readonly TenantField[]): Promise<void> =>
      view
        ? send({ form: without(form, theirs), over: markOf(view.settings), sent: false })
        : Promise.resolve(),
  };
}

/** What this reading tells of changes whose answer was lost. */
function saidOf({ settled }: TenantView): Said | null {
  if (settled === null) return null;
  if (settled.state === 'not-applied') return { kind: 'not-applied', open: settled.open };
  return { kind: 'saved', at: Date.now(), altered: settled.altered, lost: true };
}

/** The server's words by the field that they are about. A refused value without a field can only be the webhook's (api.md). */
function refusal(failure: Failure, form: Form): Partial<State> {
  const fields = failure.fields ?? {};
  const errors: { [Name in TenantField]?: string } = Object.fromEntries(
    TENANT_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
  const nameless = failure.kind === 'validation' && Object.keys(errors).length === 0;
  if (nameless && form.webhook.kind !== 'keep' && failure.detail) errors.teamsWebhookUrl = failure.detail;
  return {
    // "See the marked field" only where one is.
    said: { kind: 'not-saved', failure: { ...failure, fields: errors } },
    errors,
    readOnly: failure.kind === 'no-permission',
  };
}
