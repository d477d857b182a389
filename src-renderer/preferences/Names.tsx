import { X } from 'lucide-react';
import { parseSubject } from '../../src-shared/subject';
import { useApp, useActs, useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';

/** Names that the user gave to agents, tasks and suites; they are given in a notification's details. */
export function Names() {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const { bridge } = useParts();
  const acts = useActs();
  const names = useApp((state) => state.preferences.subjectNames);
  const accounts = useApp((state) => state.accounts);
  const entries = Object.entries(names);
  if (entries.length === 0) return <p className="muted">{words.namesNone}</p>;
  async function forget(account: string, subject: string): Promise<void> {
    const reply = await bridge.call('nameSubject', { account, subject, name: '' });
    if (!reply.ok) acts.say({ kind: 'failed', failure: reply.failure });
  }
  return (
    <div className="rows">
      {entries.map(([key, name]) => {
        const at = key.indexOf('/');
        const account = key.slice(0, at);
        const subject = key.slice(at + 1);
        const where = accounts.find(({ id }) => id === account)?.name;
        return (
          <div key={key} className="field">
            <span>
              <span className="label">{name}</span>{' '}
              <span className="muted">
                {[messages.titles.subject(parseSubject(subject)), where].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              look="quiet"
              icon
              aria-label={words.nameForget(name)}
              onClick={() => void forget(account, subject)}
            >
              <X size={14} aria-hidden />
            </Button>
          </div>
        );
      })}
    </div>
  );
}
