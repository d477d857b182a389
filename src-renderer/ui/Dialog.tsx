import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from './Button';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Where the focus goes first; the first control otherwise. */
  readonly focus?: RefObject<HTMLElement | null>;
}

/** Open as long as it is mounted. Esc, the cross and a click beside it close it. */
export function Dialog({ title, closeLabel, onClose, children, wide = false, focus }: Props) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Popup className={wide ? 'dialog wide' : 'dialog'} {...(focus && { initialFocus: focus })}>
          <header>
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<Button look="quiet" small icon aria-label={closeLabel} />}>
              <X size={16} aria-hidden />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
