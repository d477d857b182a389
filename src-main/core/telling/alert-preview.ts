import { PREVIEW_DAYS, type AlertDraft, type AlertPreview } from '../../../src-shared/alert-preview';
import { changed, type Preferences } from '../../../src-shared/preferences';
import { settingsOf } from '../alerts/settings';
import type { Clock } from '../ports';
import type { PreviewQuestion } from '../alerts-port';
import type { Store } from '../store-port';

const DAY_MS = 86_400_000;
/** A reply comes at the latest after so long: then it says how far it is, and is asked for again. */
const REPLY_MS = 150;

export interface AlertPreviewDeps {
  readonly store: Pick<Store, 'previewAlerts'>;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly preferences: () => Preferences;
}

/** "In your last 7 days these rules give 12 toasts instead of 240": the thread counts, slice by slice; main only asks. */
export function createAlertPreview({ store, clock, preferences }: AlertPreviewDeps) {
  let asked: PreviewQuestion | undefined;

  function questionOf(run: number, draft: AlertDraft): PreviewQuestion {
    if (asked?.run === run) return asked;
    const now = preferences();
    // Silences stand for hours: over a week they would hide what the rules do.
    const saved = { ...settingsOf(now), silences: [] };
    const until = clock.now();
    return {
      run,
      saved,
      draft: { ...settingsOf(changed(now, draft)), silences: [] },
      since: until - PREVIEW_DAYS * DAY_MS,
      until,
      pollMs: now.pollSeconds * 1000,
    };
  }

  /** @param run names the draft; a later one has a higher number, and takes the place of those before it */
  return async function preview(run: number, draft: AlertDraft): Promise<AlertPreview> {
    const question = questionOf(run, draft);
    if (run >= (asked?.run ?? run)) asked = question;
    const late = clock.monotonic() + REPLY_MS;
    for (;;) {
      const part = await store.previewAlerts(question);
      if (part.state !== 'counting' || clock.monotonic() >= late) return part;
      if (asked !== question) return { state: 'superseded' };
    }
  };
}
