import { screen, within } from '@testing-library/react';
import type { AlertPreview, PreviewCounts } from '../../src-shared/alert-preview';
import { FATES } from '../../src-shared/alert-preview';
import { defaultPreferences, type Preferences } from '../../src-shared/preferences';
import '../../src-renderer/preferences/Preferences';
import type { Handlers } from './fake-bridge';
import { button, show } from './show';

/** The preferences with their rules, open and listening. @param handlers what main answers otherwise than the fake bridge */
export async function open(preferences: Partial<Preferences> = {}, handlers: Handlers = {}) {
  const shown = show({ preferences: { ...defaultPreferences, ...preferences } }, [], handlers);
  await shown.user.click(await button('Preferences'));
  await screen.findByRole('heading', { name: 'Preferences' });
  return shown;
}

export const row = (name: string) => within(screen.getByRole('group', { name }));
export const box = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });

export const choose = async ({ user }: Awaited<ReturnType<typeof open>>, of: string, option: string) => {
  await user.click(screen.getByRole('combobox', { name: of }));
  await user.click(await screen.findByRole('option', { name: option }));
};

export const save = (): Promise<HTMLElement> => button('Save the rules');

const counts = (toasts: number, fates: Partial<PreviewCounts['fates']> = {}): PreviewCounts => ({
  toasts,
  again: 0,
  fates: { ...(Object.fromEntries(FATES.map((fate) => [fate, 0])) as PreviewCounts['fates']), ...fates },
});

export const done = (saved: number, draft: number, matches: readonly number[] = []): AlertPreview => ({
  state: 'done',
  items: 1000,
  saved: counts(saved, { toast: saved, badge: 1000 - saved }),
  draft: counts(draft, { toast: draft, badge: 1000 - draft }),
  matches,
});
