import { LEVELS, type Level } from '../../src-shared/notification';
import { useApp, useWords } from '../app-context';
import { Select } from '../ui/Select';
import { Switch } from '../ui/Switch';
import { useFailureText } from '../ui-words';
import { useSeverities } from '../use-severities';
import { AddSeverity } from './AddSeverity';
import type { ControlProps } from './setting';

/** No level of its own: what the type alone says. */
const BY_TYPE = 'type';

/** Which number is which level: only the user can say. Those met so far, with how often, and those that have a level. */
export function Severities({ save, locked }: ControlProps) {
  const { messages } = useWords();
  const words = messages.pages.preferences;
  const said = useFailureText();
  const mapped = useApp((state) => state.preferences.severityLevels);
  const { met, failure } = useSeverities();
  const numbers = [
    ...new Set([...Object.keys(mapped), ...(met ?? []).map(({ severity }) => String(severity))]),
  ];
  const options = [
    { value: BY_TYPE, label: words.severityByType },
    ...LEVELS.map((level) => ({ value: level, label: messages.titles.levels[level] })),
  ] as const;
  function put(number: string, level: Level | typeof BY_TYPE): void {
    const { [number]: _, ...others } = mapped;
    void save({ severityLevels: level === BY_TYPE ? others : { ...others, [number]: level } });
  }
  return (
    <>
      {numbers
        .toSorted((a, b) => Number(a) - Number(b))
        .map((number) => (
          <div key={number} className="field">
            <span>
              <span className="label">{number.replace('-', '−')}</span> <Met number={number} met={met} />
            </span>
            <Select
              label={words.severityOf(number)}
              value={mapped[number] ?? BY_TYPE}
              options={options}
              disabled={locked}
              onChange={(level) => put(number, level)}
            />
          </div>
        ))}
      {failure && <p className="problem">{said(failure)}</p>}
      <AddSeverity
        taken={Object.keys(mapped)}
        locked={locked}
        onAdd={(number, level) => save({ severityLevels: { ...mapped, [number]: level } })}
      />
    </>
  );
}

/** How often; by account where there are several. */
function Met({
  number,
  met,
}: {
  readonly number: string;
  readonly met: ReturnType<typeof useSeverities>['met'];
}) {
  const { messages, format } = useWords();
  const words = messages.pages.preferences;
  const inboxes = useApp((state) => state.accounts).filter(({ kind }) => kind === 'inbox');
  if (met === null) return null;
  const counts = met.filter(({ severity }) => String(severity) === number);
  const text =
    counts.length === 0
      ? words.severityNotMet
      : inboxes.length < 2
        ? words.severityCount(counts[0]!.count, format.number(counts[0]!.count))
        : counts
            .map(({ account, count }) => `${nameOf(inboxes, account)}: ${format.number(count)}`)
            .join(' · ');
  return <span className="muted">{text}</span>;
}

const nameOf = (accounts: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  accounts.find((one) => one.id === id)?.name ?? id;

/** Whether the page of an account asks. */
export function AskSeverities({ ids, locked, save }: ControlProps) {
  const ask = useApp((state) => state.preferences.askSeverities);
  return (
    <Switch
      labelledBy={ids['aria-labelledby']}
      describedBy={ids['aria-describedby']}
      checked={ask}
      disabled={locked}
      onChange={(next) => void save({ askSeverities: next })}
    />
  );
}
