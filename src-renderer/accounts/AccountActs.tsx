import { ArrowDown, ArrowUp } from 'lucide-react';
import type { AccountState } from '../../src-shared/app-state';
import { useActs, useApp, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { RemoveAccount } from './RemoveAccount';

/** What can be done with an account of either kind: edit it, move it, pause it, remove it. */
export function AccountActs({ account }: { readonly account: AccountState }) {
  const { messages } = useWords();
  const words = messages.pages.account;
  const acts = useActs();
  const { bridge } = useParts();
  const order = useApp((state) => state.accounts.map(({ id }) => id).join()).split(',');
  const { id, health, sample, kind } = account;
  const place = order.indexOf(id);
  async function tell(said: ReturnType<typeof bridge.call<'accountMove' | 'accountPause'>>): Promise<void> {
    const reply = await said;
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  const move = (by: number) => void tell(bridge.call('accountMove', { account: id, by }));
  return (
    <>
      {!sample && health.state !== 'archived' && (
        <Button small onClick={() => acts.go({ page: 'edit', account: id })}>
          {words.edit}
        </Button>
      )}
      {kind === 'inbox' && !sample && health.state !== 'archived' && health.state !== 'paused' && (
        <Button small onClick={() => void tell(bridge.call('accountPause', { account: id, paused: true }))}>
          {words.pause}
        </Button>
      )}
      {order.length > 1 && (
        <>
          <Button
            small
            icon
            look="quiet"
            aria-label={words.up}
            title={words.up}
            disabled={place === 0}
            onClick={() => move(-1)}
          >
            <ArrowUp size={14} aria-hidden />
          </Button>
          <Button
            small
            icon
            look="quiet"
            aria-label={words.down}
            title={words.down}
            disabled={place === order.length - 1}
            onClick={() => move(1)}
          >
            <ArrowDown size={14} aria-hidden />
          </Button>
        </>
      )}
      <RemoveAccount account={account} />
    </>
  );
}
