import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../src-shared/app-error';
import type { TenantView } from '../../src-shared/ipc';
import { TENANT_FIELDS, type TenantField } from '../../src-shared/tenant-settings';
import { useParts } from '../app-context';
import { changedFields, changesOf, rebase, UNTOUCHED, webhookProblem, without, type Form } from './form';

type Errors = { readonly [Name in TenantField]?: string };

interface State {
  readonly view: TenantView | null;
  readonly failure: Failure | null;
  readonly form: Form;
  /** The server's words by field. */
  readonly errors: Errors;
  /** The webhook was looked at before sending and is none. */
  readonly refused: boolean;
  /** Fields that somebody else changed meanwhile; each needs a choice. */
  readonly conflict: readonly TenantField[] | null;
  readonly busy: boolean;
  readonly readOnly: boolean;
  readonly savedAt: number | null;
  readonly cut: boolean;
}

const START: State = {
  view: null,
  failure: null,
  form: UNTOUCHED,
  errors: {},
  refused: false,
  conflict: null,
  busy: false,
  readOnly: false,
  savedAt: null,
  cut: false,
};

export type Tenant = ReturnType<typeof useTenant>;

/** A tenant's settings: read, changed here, and sent as the difference only. */
export function useTenant(account: string, tokenHint: string) {
  const { bridge } = useParts();
  const [state, setState] = useState<State>(START);
  const put = useCallback((change: Partial<State>) => setState((old) => ({ ...old, ...change })), []);

  const read = useCallback(
    () =>
      bridge.call('tenantLoad', { account }).then((reply) => {
        if (!reply.ok) return put({ failure: reply.failure, busy: false });
        const { value: view } = reply;
        const fresh = { view, busy: false, readOnly: false, failure: null };
        setState((old) => ({ ...old, ...fresh, form: rebase(old.form, view.settings) }));
      }),
    [bridge, account, put],
  );

  // A new token may have other rights: read again.
  useEffect(() => {
    void read();
  }, [read, tokenHint]);

  const load = (): Promise<void> => {
    put({ failure: null, busy: true });
    return read();
  };

  const change = (form: Form): void =>
    put({ form, errors: {}, refused: false, savedAt: null, cut: false, failure: null });

  async function save(form: Form, over: readonly TenantField[]): Promise<void> {
    const { view } = state;
    if (!view) return;
    if (webhookProblem(form)) return put({ refused: true });
    const changes = changesOf(form);
    if (changedFields(changes).length === 0) return put({ form: UNTOUCHED, conflict: null });
    put({ busy: true, failure: null, errors: {}, cut: false });
    const input = { account, version: view.version, changes, over: [...over] };
    const reply = await bridge.call('tenantSave', input);
    if (!reply.ok) return put({ busy: false, ...refusal(reply.failure) });
    const { value } = reply;
    if (value.state === 'conflict') {
      const rebased = rebase(form, value.view.settings);
      return put({ busy: false, view: value.view, form: rebased, conflict: value.fields });
    }
    const done = { view: value.view, form: UNTOUCHED, conflict: null, cut: value.cut };
    put({ ...done, busy: false, savedAt: Date.now() });
  }

  return {
    ...state,
    load,
    change,
    discard: (): void => put({ form: UNTOUCHED, errors: {}, refused: false, failure: null, conflict: null }),
    refuse: (): void => put({ refused: true }),
    save: (): Promise<void> => save(state.form, []),
    /** @param theirs fields that stay as somebody else set them; the other conflicts are overwritten */
    settle: (theirs: readonly TenantField[]): Promise<void> => {
      const mine = (state.conflict ?? []).filter((name) => !theirs.includes(name));
      return save(without(state.form, theirs), mine);
    },
  };
}

/** What stands by a field is not said again above. */
function refusal(failure: Failure): Partial<State> {
  const fields = failure.fields ?? {};
  const errors = Object.fromEntries(
    TENANT_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
  return { failure, errors, readOnly: failure.kind === 'no-permission' };
}
