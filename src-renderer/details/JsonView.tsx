import type { Json } from '../../src-shared/json';
import { useWords } from '../app-context';

/** Deeper than this, and beyond so many entries, the JSON text says it better. */
const MOST_DEPTH = 6;
const MOST_ENTRIES = 100;

/** Any JSON as names and values, nested as it is. */
export function JsonView({ value, depth = 0 }: { readonly value: Json; readonly depth?: number }) {
  const words = useWords().messages.inbox.detail;
  if (typeof value !== 'object' || value === null) return <span className="json-text">{String(value)}</span>;
  const entries = Object.entries(value) as readonly (readonly [string, Json])[];
  if (entries.length === 0) return <span className="faint">{words.empty}</span>;
  if (depth >= MOST_DEPTH || entries.length > MOST_ENTRIES)
    return <span className="json-text mono">{JSON.stringify(value)}</span>;
  return (
    <dl className={depth === 0 ? 'facts json' : 'json nested'}>
      {entries.map(([name, one]) => (
        <div key={name} className={isNested(one) ? 'json-entry deep' : 'json-entry'}>
          <dt>{Array.isArray(value) ? Number(name) + 1 : name}</dt>
          <dd>
            <JsonView value={one} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isNested = (value: Json): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;
