import { useApp, useUi, useWords } from '../../app-context';
import { AskServer } from '../AskServer';
import { MOST, type Shown } from '../rows/rows';
import type { Asked } from '../use-asked';
import './list-end.css';

/** Below the last row: what more there is, and where. */
export function ListEnd({ asked, shown }: { readonly asked: Asked; readonly shown: Shown }) {
  const { messages, format } = useWords();
  const accounts = useApp((state) => state.accounts);
  const only = useUi((ui) => ui.filter.account);
  const members = useUi((ui) => ui.members !== null);
  const incomplete = accounts.filter(
    ({ progress, id }) => (only ?? id) === id && (progress !== null || asked.of(id)),
  );
  if (shown.total > MOST)
    return <p className="list-end">{messages.inbox.list.capped(format.number(MOST))}</p>;
  if (incomplete.length === 0 || members) return null;
  return (
    <div className="list-end">
      {incomplete.map((account) => (
        <AskServer key={account.id} account={account} asked={asked} />
      ))}
    </div>
  );
}
