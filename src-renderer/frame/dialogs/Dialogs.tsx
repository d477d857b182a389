import { useActs, useUi } from '../../app-context';
import { PauseDialog } from '../../later/PauseDialog';
import { SnoozeDialog } from '../../later/SnoozeDialog';
import { KeysDialog } from './KeysDialog';
import { MarkAllDialog } from './MarkAllDialog';
import { TokenDialog } from './TokenDialog';
import { UnreadableDialog } from './UnreadableDialog';

/** The one dialog that is open. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog);
  const acts = useActs();
  const close = (): void => acts.ask(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'pause':
      return <PauseDialog onClose={close} />;
    case 'snooze':
      return <SnoozeDialog keys={dialog.keys} onClose={close} />;
    case 'mark-all':
      return <MarkAllDialog key={dialog.account} account={dialog.account} onClose={close} />;
    case 'token':
      return <TokenDialog account={dialog.account} onClose={close} />;
    case 'unreadable':
      return <UnreadableDialog account={dialog.account} onClose={close} />;
  }
}
