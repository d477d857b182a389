import { useState } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import type { TenantView } from '../../src-shared/tenant-view';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { ApplyDialog } from './ApplyDialog';

/** Where there are other tenants: looking at all of them, and giving them these settings. */
export function Others({ account, view }: { readonly account: AccountState; readonly view: TenantView }) {
  const { several } = useWords().messages.pages.tenant;
  const acts = useActs();
  const accounts = useApp((state) => state.accounts);
  const others = accounts.filter(({ id, kind }) => kind === 'tenant' && id !== account.id);
  const [asking, setAsking] = useState(false);
  if (others.length === 0) return null;
  return (
    <>
      <Button onClick={() => acts.go({ page: 'compare' })}>{several.sideBySide}</Button>
      <Button onClick={() => setAsking(true)}>{several.apply}</Button>
      {asking && (
        <ApplyDialog view={view} name={account.name} others={others} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
