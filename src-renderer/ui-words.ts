import type { Failure } from '../src-shared/app-error';
import { useApp, useWords } from './app-context';
import { sentence } from './ui/sentence';

/** Where a pasted token goes on this desktop, in words. */
export function useTokenHint(): string {
  const words = useWords().messages.pages.welcome;
  const keeper = useApp((state) => state.desktop.secrets);
  if (!keeper) return '';
  return keeper.persistent ? words.tokenKept(words.backends[keeper.name] ?? keeper.name) : words.tokenSession;
}

/** What went wrong and what to do, as sentences. */
export function useFailureText(): (failure: Failure) => string {
  const { failures } = useWords().messages;
  return (failure) => {
    const { what, next } = failures[failure.kind](failure);
    return `${sentence(what)}. ${next}`;
  };
}
