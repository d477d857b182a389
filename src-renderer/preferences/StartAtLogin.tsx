import { useApp } from '../app-context';
import { Switch } from '../ui/Switch';
import type { ControlProps } from './setting';

/** Shows what the system has, not what was asked for: the two may differ. */
export function StartAtLogin({ ids, act }: ControlProps) {
  const on = useApp((state) => state.startAtLogin);
  return (
    <Switch
      labelledBy={ids['aria-labelledby']}
      describedBy={ids['aria-describedby']}
      checked={on}
      onChange={(next) => void act('startAtLogin', { on: next })}
    />
  );
}
