import { cleanup, configure, getConfig, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { App } from '../../src-renderer/App';
import { createAppStore } from '../../src-renderer/app-store';
import type { AppState } from '../../src-shared/app-state';
import type { Row } from '../../src-shared/inbox';
import { fakeBridge, type Handlers } from './fake-bridge';
import { fakeLayout } from './fake-layout';
import { NOW } from './world';

/** React draws in a turn of its own, and may run the effects of what it drew in the next one. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const { asyncWrapper } = getConfig();
configure({
  // Pages come by import(): the first one of a run takes a while, on a busy machine longer.
  asyncUtilTimeout: 15_000,
  // After every act of the person and everything that was waited for: what follows finds a window that stands still.
  asyncWrapper: async (run) => {
    const result: unknown = await asyncWrapper(run);
    await drawn();
    return result;
  },
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  fakeLayout();
  // happy-dom has none.
  window.requestIdleCallback = (run) =>
    Number(setTimeout(run, 0, { didTimeout: false, timeRemaining: () => 50 }));
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await drawn();
  vi.restoreAllMocks();
});

/** The whole window over a main that is made up, as a person meets it. */
export function show(state: Partial<AppState> = {}, rows: readonly Row[] = [], handlers: Handlers = {}) {
  const fake = fakeBridge(state, rows, handlers);
  const user = userEvent.setup();
  render(<App app={createAppStore(fake.bridge)} />);
  return { fake, user };
}

export const list = (): Promise<HTMLElement> => screen.findByRole('listbox', { name: 'Notifications' });

/** Titles of the drawn rows, from the top. */
export async function titles(): Promise<(string | undefined)[]> {
  const options = within(await list()).getAllByRole('option');
  return options.map((one) => one.querySelector('.title')?.textContent ?? undefined);
}

export const row = (name: RegExp | string): Promise<HTMLElement> => screen.findByRole('option', { name });
export const button = (name: RegExp | string): Promise<HTMLElement> => screen.findByRole('button', { name });

/** The page of preferences, as a person comes to it. */
export async function openPreferences(...rest: Parameters<typeof show>) {
  const shown = show(...rest);
  await shown.user.click(await button('Preferences'));
  await screen.findByRole('heading', { name: 'Preferences' });
  return shown;
}
