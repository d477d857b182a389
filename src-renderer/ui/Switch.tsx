import { Switch as Base } from '@base-ui/react/switch';
import './switch.css';

interface Props {
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Switch({ labelledBy, describedBy, checked, onChange, disabled = false }: Props) {
  return (
    <Base.Root
      className="switch"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
    >
      <Base.Thumb className="switch-thumb" />
    </Base.Root>
  );
}
