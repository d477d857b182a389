import type { Row } from '../../src-shared/inbox';
import { lookOf, titleOf } from '../../src-shared/titles';
import { useAccount, useTitleTools, useWords } from '../app-context';
import { AccountTag } from '../ui/AccountTag';
import { LevelIcon } from '../ui/LevelIcon';
import { dayOf, useToday } from '../ui/use-today';

/** What happened, when exactly, and on which account. The server's own stamp is there on hover. */
export function Heading({ row }: { readonly row: Row }) {
  const { messages, format } = useWords();
  const tools = useTitleTools();
  const account = useAccount(row.key.account);
  const look = lookOf(row);
  const today = useToday();
  const ms = row.key.ts / 1000;
  const level = look === 'recovered' ? messages.titles.recovered : messages.titles.levels[look];
  return (
    <header>
      <h1>
        <LevelIcon look={look} label={level} /> {titleOf(row, tools)}
      </h1>
      <div className="muted">
        <time dateTime={row.timestamp} title={row.timestamp}>
          {dayOf(ms) === today ? format.seconds(ms) : format.full(ms)}
        </time>
        {account && (
          <>
            {' · '}
            <AccountTag {...account} shortName={undefined} />
          </>
        )}
      </div>
    </header>
  );
}
