import { Fragment } from 'react';
import type { AccountState } from '../../src-shared/app-state';
import { nameOf, parseSubject } from '../../src-shared/subject';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';

/** "3 agents were down already when Tocsin started watching": nothing is alerted of them, so it is said here while it is so. */
export function DownBefore({ account }: { readonly account: AccountState }) {
  const { messages, format } = useWords();
  const words = messages.inbox.downBefore;
  const acts = useActs();
  const names = useApp(({ preferences }) => preferences.subjectNames);
  const { count, first } = account.downBefore;
  if (count === 0) return null;
  const more = count - first.length;
  return (
    <div>
      {words.say(count, format.number(count))}{' '}
      {first.map(({ key, subject }, index) => (
        <Fragment key={subject}>
          {index > 0 && ', '}
          <Button
            look="link"
            onClick={() => {
              acts.show({ account: account.id, types: [8] });
              acts.open(key);
            }}
          >
            {nameOf(names, account.id, parseSubject(subject)) ??
              messages.titles.subject(parseSubject(subject))}
          </Button>
        </Fragment>
      ))}
      {more > 0 && ` ${words.more(more, format.number(more))}`}
    </div>
  );
}
