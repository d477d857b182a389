import './progress.css';

/** How far it is, by its numbers. `part` from 0 to 1. */
export function Progress({ label, part }: { readonly label: string; readonly part: number }) {
  return <progress className="progress" aria-label={label} max={1} value={Math.min(1, Math.max(0, part))} />;
}
