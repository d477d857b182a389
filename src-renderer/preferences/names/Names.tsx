import { useState } from 'react';
import { subjectText } from '../../../src-shared/subject';
import { useActs, useApp, useWords } from '../../app-context';
import { TextInput } from '../../ui/TextInput';
import type { ControlProps } from '../setting';
import { AddName } from './AddName';
import { filterNames, givenNames, type GivenName } from './given-names';
import { NameRow } from './NameRow';

/** More than these are filtered rather than looked through. */
const MANY = 8;
/** Drawn at once. */
const MOST = 100;

/** Names that the user gave to agents, tasks and suites, here or in a notification's details. */
export function Names({ act, locked }: ControlProps) {
  const { messages, format, language } = useWords();
  const words = messages.pages.preferences.naming;
  const acts = useActs();
  const names = useApp((state) => state.preferences.subjectNames);
  const accounts = useApp((state) => state.accounts);
  const [query, setQuery] = useState('');
  const all = givenNames(names, language);
  const whatOf = ({ account, subject }: GivenName): string =>
    `${messages.titles.subject(subject)} · ${accounts.find(({ id }) => id === account)?.name ?? words.elsewhere}`;
  const found = all.length > MANY ? filterNames(all, query, whatOf) : all;
  const put = (
    { account, subject }: Pick<GivenName, 'account' | 'subject'>,
    name: string,
  ): Promise<boolean> => act('nameSubject', { account, subject: subjectText(subject), name });
  async function forget(one: GivenName): Promise<void> {
    const { account, subject, name } = one;
    if (await put(one, ''))
      acts.say({ kind: 'name-forgotten', account, subject: subjectText(subject), name });
  }

  return (
    <>
      {all.length > MANY && (
        <TextInput
          aria-label={words.filter}
          placeholder={words.filter}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {found.slice(0, MOST).map((one) => (
        <NameRow
          key={one.key}
          name={one.name}
          what={whatOf(one)}
          locked={locked}
          onPut={(name) => put(one, name)}
          onForget={() => void forget(one)}
        />
      ))}
      {all.length > 0 && found.length === 0 && <p className="muted">{words.nothing(query.trim())}</p>}
      {found.length > MOST && (
        <p className="muted">{words.more(found.length - MOST, format.number(found.length - MOST))}</p>
      )}
      <AddName taken={names} locked={locked} onAdd={put} />
    </>
  );
}
