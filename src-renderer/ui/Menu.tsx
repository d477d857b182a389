import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import './float.css';

export interface MenuEntry {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly act: () => void;
}

/** A button that opens a short list of acts. */
export function Menu({
  trigger,
  entries,
}: {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="float-place" align="end" sideOffset={4}>
          <Base.Popup className="float menu">
            {entries.map(({ label, hint, act }) => (
              <Base.Item key={label} className="float-item" onClick={act}>
                {label}
                {hint}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
