import { useActs, useApp, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/use-now';
import { Banner } from './Banner';
import { firstAct, worstTrouble } from './trouble';

/** One for all accounts that are not watched: the worst by name, the others by number. */
export function ConnectionBanner() {
  const { messages, format } = useWords();
  const words = messages.pages.frame.banner;
  const acts = useActs();
  const accounts = useApp((state) => state.accounts);
  const storage = useApp((state) => state.storage);
  const now = useNow(60_000);
  const trouble = worstTrouble(accounts, storage);
  if (!trouble) return null;
  const { account, health, others } = trouble;
  const { what } = messages.failures[health.failure.kind](health.failure);
  const { total } = account.counts;
  const facts = [
    words.since(format.moment(health.since, now)),
    total > 0 ? words.readable(total, format.number(total)) : words.nothingYet,
    ...(others > 0 ? [words.others(others)] : []),
  ];
  const act = firstAct(health.failure);
  return (
    <Banner
      look="critical"
      act={
        <Button
          small
          onClick={() => {
            if (act === 'paste') acts.ask({ kind: 'token', account: account.id });
            else if (act === 'unlock') void acts.askKeyring();
            else void acts.pollNow();
          }}
        >
          {words[act]}
        </Button>
      }
    >
      <b>
        {account.name}: {what}
      </b>{' '}
      <span className="muted">{['', ...facts].join(' · ').trim()}</span>
    </Banner>
  );
}
