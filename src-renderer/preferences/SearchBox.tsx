import { Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../app-context';
import { isTaken } from '../frame/shortcuts';
import { Button } from '../ui/Button';
import { TextInput } from '../ui/TextInput';

interface Props {
  readonly query: string;
  readonly onChange: (query: string) => void;
}

/** `/` and Ctrl+F (⌘F) go to it from anywhere on the page; Escape empties it. */
export function SearchBox({ query, onChange }: Props) {
  const words = useWords().messages.pages.preferences.search;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const finds = key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey;
      const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTaken(event.target);
      if (!finds && !slash) return;
      // Before the keys of every page, which would go to the inbox.
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
  return (
    <search className="settings-search">
      <Search size={14} aria-hidden />
      <TextInput
        ref={input}
        aria-label={words.label}
        placeholder={words.label}
        value={query}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onChange('');
        }}
        after={
          query === '' ? (
            <kbd aria-hidden>/</kbd>
          ) : (
            <Button
              look="quiet"
              small
              icon
              aria-label={words.clear}
              onClick={() => {
                onChange('');
                input.current?.focus();
              }}
            >
              <X size={14} aria-hidden />
            </Button>
          )
        }
      />
    </search>
  );
}
