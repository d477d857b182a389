import { lazy } from 'react';
import { useAccount, useWords } from '../app-context';
import { Page } from '../ui/Page';
import { InboxAccount } from './InboxAccount';

const TenantPage = lazy(async () => ({
  default: (await import('../tenant-settings/TenantPage')).TenantPage,
}));

/** An account is one of two kinds, and each has its page. */
export function AccountPage({ id }: { readonly id: string }) {
  const account = useAccount(id);
  const { messages } = useWords();
  if (!account) return <Page title={messages.pages.account.gone}>{null}</Page>;
  return account.kind === 'tenant' ? <TenantPage account={account} /> : <InboxAccount account={account} />;
}
