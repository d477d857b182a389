import { expect, test } from 'vitest';
import { defaultPreferences } from '../../../../src-shared/preferences';
import { createAlertPreview } from '../../../../src-main/core/telling/alert-preview';
import type { PreviewQuestion } from '../../../../src-main/core/alerts-port';
import type { AlertPreview, PreviewCounts } from '../../../../src-shared/alert-preview';
import { createFakeClock } from '../../../support/fake-clock';

const NOTHING = { toasts: 0, again: 0, fates: {} } as PreviewCounts;

/** A store in which each slice takes some time, and a run some slices. */
function previews(slices: number, sliceMs: number) {
  const clock = createFakeClock();
  const asked: PreviewQuestion[] = [];
  const preview = createAlertPreview({
    clock,
    preferences: () => ({
      ...defaultPreferences,
      silences: [{ id: 's', what: { by: 'type', type: 8 }, until: 9e15 }],
    }),
    store: {
      previewAlerts: async (question): Promise<AlertPreview> => {
        asked.push(question);
        await clock.pass(sliceMs);
        const nth = asked.filter(({ run }) => run === question.run).length;
        if (nth < slices) return { state: 'counting', read: nth * 100, part: nth / slices };
        return { state: 'done', items: 1, saved: NOTHING, draft: NOTHING, matches: [] };
      },
    },
  });
  return { preview, asked, clock };
}

test('it is the last seven days, by the draft and without the silences of now', async () => {
  const { preview, asked, clock } = previews(1, 0);
  await preview(1, { holdDownSeconds: 5, toasts: { '8': 'badge' } });
  const [question] = asked;
  expect(question!.until - question!.since).toBe(7 * 86_400_000);
  expect(question!.until).toBe(clock.now());
  expect(question!.saved).toMatchObject({ holdDownSeconds: 30, silences: [] });
  expect(question!.draft).toMatchObject({
    holdDownSeconds: 5,
    silences: [],
    toasts: { '8': 'badge', '3': 'toast' },
  });
});

test('a long one says how far it is, and goes on with the same question when asked again', async () => {
  const { preview, asked } = previews(20, 10);
  expect(await preview(1, {})).toEqual({ state: 'counting', read: 1500, part: 0.75 });
  expect(await preview(1, {})).toMatchObject({ state: 'done' });
  expect(new Set(asked).size).toBe(1);
});

test('a newer draft ends the one before it', async () => {
  const { preview, asked } = previews(20, 10);
  const [first, second] = await Promise.all([preview(1, {}), preview(2, { holdDownSeconds: 0 })]);
  expect(first).toEqual({ state: 'superseded' });
  expect(second.state).toBe('counting');
  expect(asked.filter(({ run }) => run === 1).length).toBeLessThan(3);
});
