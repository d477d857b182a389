import { Lock } from 'lucide-react';
import { useApp, useWords } from '../app-context';
import { Note } from '../ui/Note';

/** That an administrator's file is in force, and what of it is not. */
export function LocksNote() {
  const { messages, format } = useWords();
  const words = messages.pages.preferences.locks;
  const { file, names, refused, problem } = useApp((state) => state.locks);
  return (
    <>
      {names.length > 0 && (
        <p className="locks-note">
          <Lock size={14} aria-hidden />
          <span>{words.some(names.length, format.number(names.length), file)}</span>
        </p>
      )}
      {problem !== null && <Note>{words.problem[problem](file)}</Note>}
      {refused.length > 0 && <Note>{words.refused(file, refused.map(({ field }) => field).join(', '))}</Note>}
    </>
  );
}
