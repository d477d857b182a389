import { MOST_PAUSE_MS } from '../../src-shared/moments';
import { useActs, useWords } from '../app-context';
import { Dialog } from '../ui/Dialog';
import { TimeForm } from './TimeForm';
import './later.css';

/** A pause until any time of the next 12 hours. */
export function PauseDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages, format } = useWords();
  const words = messages.later.pause;
  const acts = useActs();
  return (
    <Dialog title={words.title} closeLabel={messages.pages.frame.close} onClose={onClose}>
      <p className="muted">{words.about}</p>
      <TimeForm
        most={MOST_PAUSE_MS}
        days={0}
        hint={words.timeHint}
        tooFar={(at) => words.tooFar(format.time(at))}
        save={words.save}
        onSave={(until) => {
          void acts.pause(until);
          onClose();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
