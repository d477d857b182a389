import type { Keep } from '../../src-shared/preferences';
import { useApp, useWords } from '../app-context';
import { Segmented } from '../ui/Segmented';
import type { ControlProps } from './setting';
import { WholeNumber } from './WholeNumber';

/** What a choice begins with, and its bounds (`Keep`). */
const FIRST = {
  days: { by: 'days', days: 180 },
  items: { by: 'items', items: 100_000 },
  all: { by: 'all' },
} as const;
const BOUNDS = { days: [7, 3650], items: [1000, 1_000_000] } as const;

/** How much of the history stays on this machine. */
export function KeepHistory({ ids, save }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const keep = useApp((state) => state.preferences.keep);
  return (
    <div className="keep">
      <Segmented
        label={words.keep}
        value={keep.by}
        options={(['days', 'items', 'all'] as const).map((by) => ({ value: by, label: words.keepBy[by] }))}
        onChange={(by) => void save({ keep: FIRST[by] })}
      />
      {keep.by !== 'all' && <Amount key={keep.by} ids={ids} keep={keep} save={save} />}
    </div>
  );
}

interface AmountProps extends Pick<ControlProps, 'ids' | 'save'> {
  readonly keep: Exclude<Keep, { by: 'all' }>;
}

function Amount({ ids, keep, save }: AmountProps) {
  const words = useWords().messages.pages.preferences;
  const [least, most] = BOUNDS[keep.by];
  return (
    <WholeNumber
      ids={{
        id: ids.id,
        'aria-describedby': ids['aria-describedby'],
        'aria-label': keep.by === 'days' ? words.keepDays : words.keepItems,
      }}
      value={keep.by === 'days' ? keep.days : keep.items}
      least={least}
      most={most}
      unit={words.keepUnit[keep.by]}
      onSave={(n) => save({ keep: keep.by === 'days' ? { by: 'days', days: n } : { by: 'items', items: n } })}
    />
  );
}
