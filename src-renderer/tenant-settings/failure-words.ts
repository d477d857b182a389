import type { ErrorKind, Failure } from '../../src-shared/app-error';
import { useWords } from '../app-context';
import { sentence } from '../ui/sentence';

/** What went wrong and what to do: nothing here is asked again by itself, and the API is another one than the inbox's. */
export function useTenantFailure(): (failure: Failure) => string {
  const { failures, pages } = useWords().messages;
  const own: { readonly [Kind in ErrorKind]?: (failure: Failure) => object } = pages.tenant.failures;
  return (failure) => {
    const { what, next } = { ...failures[failure.kind](failure), ...own[failure.kind]?.(failure) };
    return `${sentence(what)}. ${next}`;
  };
}
