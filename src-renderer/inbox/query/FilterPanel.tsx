import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import type { Filter } from '../../../src-shared/filter';
import { KNOWN_TYPES, LEVELS } from '../../../src-shared/notification';
import { typeKey } from '../../../src-shared/preferences';
import { useActs, useApp, useUi, useWords } from '../../app-context';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { DayFields } from './DayFields';
import { SeverityFields } from './SeverityFields';
import './filter-panel.css';

/** The same filters as in the query box, for the mouse. */
export function FilterPanel() {
  const words = useWords().messages.inbox.query.panel;
  return (
    <Popover.Root>
      <Popover.Trigger render={<Button icon aria-label={words.open} title={words.open} />}>
        <SlidersHorizontal size={16} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="float-place" align="end" sideOffset={4}>
          <Popover.Popup className="float panel filter-panel" aria-label={words.title}>
            <Fields />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Fields() {
  const { messages } = useWords();
  const words = messages.inbox.query.panel;
  const acts = useActs();
  const filter = useUi((ui) => ui.filter);
  const inboxes = useApp((state) => state.accounts).filter(({ kind }) => kind === 'inbox');
  const seen = filter.seen === undefined ? 'any' : filter.seen ? 'seen' : 'unseen';
  const set = (change: Partial<Filter>, ...gone: readonly (keyof Filter)[]): void => {
    const next = { ...filter };
    for (const name of gone) delete next[name];
    acts.filterBy({ ...next, ...change });
  };
  return (
    <>
      <span>{words.seen}</span>
      <Segmented
        label={words.seen}
        value={seen}
        options={[
          { value: 'any', label: words.any },
          { value: 'unseen', label: words.unseenOnly },
          { value: 'seen', label: words.seenOnly },
        ]}
        onChange={(value) => (value === 'any' ? set({}, 'seen') : set({ seen: value === 'seen' }))}
      />
      <span>{words.level}</span>
      <Select
        label={words.level}
        value={filter.level ?? 'any'}
        options={[
          { value: 'any' as const, label: words.anyLevel },
          ...LEVELS.filter((one) => one !== 'info').map((one) => ({
            value: one,
            label:
              one === 'critical'
                ? messages.titles.levels[one]
                : messages.inbox.query.andUp(messages.titles.levels[one]),
          })),
        ]}
        onChange={(value) => (value === 'any' ? set({}, 'level') : set({ level: value }))}
      />
      <span className="top">{words.days}</span>
      <DayFields
        value={{ since: filter.since, until: filter.until }}
        onChange={({ since, until }) =>
          set({ ...(since && { since }), ...(until && { until }) }, 'since', 'until')
        }
      />
      <span>{words.severity}</span>
      <SeverityFields
        key={JSON.stringify(filter.severity ?? null)}
        value={filter.severity}
        onChange={(severity) => (severity ? set({ severity }) : set({}, 'severity'))}
      />
      <span className="top">{words.type}</span>
      <Types
        value={filter.types ?? []}
        onChange={(types) => (types.length ? set({ types }) : set({}, 'types'))}
      />
      {inboxes.length > 1 && (
        <>
          <span>{words.account}</span>
          <Select
            label={words.account}
            value={filter.account ?? ''}
            options={[
              { value: '', label: words.anyAccount },
              ...inboxes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(account) => (account === '' ? set({}, 'account') : set({ account }))}
          />
        </>
      )}
      <span>{words.order}</span>
      <Segmented
        label={words.order}
        value={filter.order ?? 'newest'}
        options={[
          { value: 'newest', label: words.newest },
          { value: 'oldest', label: words.oldest },
        ]}
        onChange={(order) => (order === 'newest' ? set({}, 'order') : set({ order }))}
      />
      <Button small onClick={() => acts.show({})}>
        {words.reset}
      </Button>
    </>
  );
}

interface TypesProps {
  readonly value: readonly number[];
  readonly onChange: (types: number[]) => void;
}

function Types({ value, onChange }: TypesProps) {
  const { messages } = useWords();
  const others = value.filter((type) => !KNOWN_TYPES.includes(type));
  const toggle = (type: number, on: boolean): void =>
    onChange(on ? [...value, type].sort((a, b) => a - b) : value.filter((one) => one !== type));
  return (
    <fieldset aria-label={messages.inbox.query.panel.type} className="types">
      {[...KNOWN_TYPES, ...others].map((type) => (
        <label key={type} className="check">
          <input
            type="checkbox"
            checked={value.includes(type)}
            onChange={(event) => toggle(type, event.target.checked)}
          />
          {type > 8 ? messages.titles.unknown(type) : messages.titles.typeNames[typeKey(type)]}
        </label>
      ))}
    </fieldset>
  );
}
