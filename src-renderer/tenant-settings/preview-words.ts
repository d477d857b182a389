import { useWords } from '../app-context';

/** A value as the PATCH has it: a flag as JSON, of a webhook its end alone. */
export function usePreviewWords(): (value: boolean | string | null) => string {
  const words = useWords().messages.pages.tenant.diff;
  return (value) =>
    value === null ? words.none : typeof value === 'string' ? `…${value}` : value ? words.on : words.off;
}
