import type { Failure } from '../src-shared/app-error';
import { useApp, useWords } from './app-context';
import { sentence } from './ui/sentence';

/** What the desktop calls its keeper of secrets; `undefined` before it was asked. */
export function useKeeper(): string | undefined {
  const { backends } = useWords().messages.pages.welcome;
  const keeper = useApp((state) => state.desktop.secrets);
  return keeper ? (backends[keeper.name] ?? keeper.name) : undefined;
}

/** Where a pasted token goes on this desktop, in words. */
export function useTokenHint(): string {
  const words = useWords().messages.pages.welcome;
  const keeper = useApp((state) => state.desktop.secrets);
  const name = useKeeper();
  if (!keeper) return '';
  if (keeper.persistent) return words.tokenKept(name ?? '');
  return keeper.name === '' ? words.tokenSession : words.tokenSilent(name ?? '');
}

/** What went wrong and what to do, as sentences. */
export function useFailureText(): (failure: Failure) => string {
  const { failures } = useWords().messages;
  return (failure) => {
    const { what, next } = failures[failure.kind](failure);
    return `${sentence(what)}. ${next}`;
  };
}
