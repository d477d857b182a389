import { useActs, useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/use-now';
import { Banner } from './Banner';
import { expiring } from './trouble';

/** Of a token that ends soon, while there is time: afterwards the server's refusal speaks. */
export function TokenBanner() {
  const { messages, format } = useWords();
  const words = messages.pages.frame.banner;
  const acts = useActs();
  const now = useNow(30_000);
  const accounts = useApp((state) => state.accounts);
  const found = expiring(accounts, now);
  if (!found) return null;
  const { account, at } = found;
  const time = format.moment(at, now);
  return (
    <Banner
      look="warning"
      act={
        <Button small onClick={() => acts.ask({ kind: 'token', account: account.id })}>
          {words.paste}
        </Button>
      }
    >
      <b>{at > now ? words.expiring(account.name, time) : words.expired(account.name, time)}</b>{' '}
      <span className="muted">{account.kind === 'inbox' && words.expiringNote}</span>
    </Banner>
  );
}
