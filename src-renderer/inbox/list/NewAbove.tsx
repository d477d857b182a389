import { ArrowUp } from 'lucide-react';
import { useWords } from '../../app-context';

/** Arrivals wait above, so that no row slides under the pointer. */
export function NewAbove({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const { messages, format } = useWords();
  const words = messages.inbox.list;
  return (
    <button type="button" className="new-above" title={words.arrivedHint} onClick={onShow}>
      <ArrowUp size={14} aria-hidden />
      {words.arrived(count, format.number(count))}
    </button>
  );
}
