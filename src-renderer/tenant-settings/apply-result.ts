import type { Result } from '../../src-shared/app-error';
import { TENANT_FIELDS, type AlteredFields } from '../../src-shared/tenant-settings';
import type { TenantSaved } from '../../src-shared/tenant-view';
import { useWords } from '../app-context';
import { useTenantFailure } from './failure-words';

/** What came of one tenant's PATCH, in sentences. */
export function useApplied(): (reply: Result<TenantSaved>) => string {
  const words = useWords().messages.pages.tenant;
  const explain = useTenantFailure();
  const alteredText = (altered: AlteredFields): string[] =>
    TENANT_FIELDS.flatMap((name) => {
      const how = altered[name];
      if (how === undefined) return [];
      if (name !== 'teamsWebhookUrl') return [words.notKept(words.longLabels[name])];
      return [how === 'cut' ? words.cut : words.changedUrl];
    });
  return (reply) => {
    // No field is marked here.
    if (!reply.ok) return `${words.notSaved} ${explain({ ...reply.failure, fields: {} })}`;
    const { value } = reply;
    switch (value.state) {
      case 'saved': {
        const altered = alteredText(value.altered);
        return altered.join(' ') || (value.lost ? words.savedAfterAll : words.several.saved);
      }
      case 'conflict':
        return words.several.conflict;
      case 'not-applied':
        return `${words.notApplied} ${words.stillOpen(value.open.map((name) => words.longLabels[name]).join(', '))}`;
      case 'unknown':
        return `${words.unknownOutcome} ${explain(value.failure)}`;
    }
  };
}
