import { Fragment } from 'react';
import { useWords } from '../../app-context';
import { Dialog } from '../../ui/Dialog';
import './keys-dialog.css';

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { keys, close } = useWords().messages.pages.frame;
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['j', '↓'], keys.down],
    [['k', '↑'], keys.up],
    [['Home', 'End'], keys.ends],
    [['PgUp', 'PgDn'], keys.page],
    [['Enter'], keys.open],
    [['e'], keys.seen],
    [['s'], keys.snooze],
    [['x'], keys.choose],
    [['Shift ↓', 'Shift ↑'], keys.extend],
    [['/'], keys.find],
    [['u', 'Ctrl Z'], keys.undo],
    [['r'], keys.poll],
    [['Alt ↑', 'Alt ↓'], keys.order],
    [['Esc'], keys.close],
    [['?'], keys.help],
  ];
  return (
    <Dialog title={keys.title} closeLabel={close} onClose={onClose}>
      <dl className="keys">
        {rows.map(([pressed, does]) => (
          <Fragment key={does}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
