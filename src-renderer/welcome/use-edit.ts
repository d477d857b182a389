import { useState } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import { useParts } from '../app-context';
import { compared, formOf, inputOf, type Connection } from './connection';
import { useForm } from './use-form';

/** The form of an account that is there. */
export function useEdit(account: AccountState) {
  const { bridge, acts } = useParts();
  const { id, archivedAt, secret } = account;
  /** The stored token is for its origin alone; an archive has none. */
  const keeps = (form: Connection): boolean =>
    archivedAt === undefined && secret.stored !== 'none' && !compared(form, account).otherOrigin;
  const all = useForm({ start: formOf(account), account: id, keeps });
  const { form, send, refused } = all;
  const { otherOrigin, otherAddress, before } = compared(form, account);
  /** An inbox at the same address: whose the new token is may make it another one. */
  const asksUser =
    account.kind === 'inbox' &&
    account.counts.total > 0 &&
    archivedAt === undefined &&
    form.token.trim() !== '' &&
    !otherAddress;
  const [isAnew, setAnew] = useState(false);
  const anew = asksUser && isAnew;
  const back = (): void => acts.go({ page: 'account', account: id });

  async function save(): Promise<void> {
    const { kind: _, ...way } = inputOf(form);
    const { shortName, colour } = form;
    const name = form.name.trim() || account.name;
    const reply = await send('saving', () =>
      bridge.call('accountEdit', {
        ...way,
        account: id,
        name,
        shortName: shortName.trim(),
        colour,
        ...(anew && { anew }),
      }),
    );
    if (reply?.ok) back();
    else if (reply) refused(reply.failure);
  }

  return {
    ...all,
    otherOrigin,
    otherAddress,
    before,
    asksUser,
    anew,
    setAnew,
    keeps: keeps(form),
    save,
    back,
  };
}
