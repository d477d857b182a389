import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import './float.css';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

/** One of a few, each in words. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: Props<Value>) {
  const items = options.map((one) => ({ value: one.value, label: one.label }));
  return (
    <Base.Root
      items={items}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
    >
      <Base.Trigger className="select-trigger" aria-label={label}>
        <Base.Value />
        <Base.Icon>
          <ChevronDown size={14} aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="float-place" alignItemWithTrigger={false} sideOffset={4}>
          <Base.Popup className="float select">
            {options.map((one) => (
              <Base.Item key={one.value} value={one.value} className="float-item">
                <Base.ItemText>{one.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Check size={14} aria-hidden />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
