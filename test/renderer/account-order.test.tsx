import { createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import type { AccountState } from '../../src-shared/app-state';
import { ok } from './fake-bridge';
import { button, show } from './show';
import { anAccount, MINUTE, NOW } from './world';

// Pages come by import(): on a busy machine the first one takes longer than a question may.
beforeAll(async () => {
  await import('../../src-renderer/accounts/AccountPage');
}, 60_000);

const warsaw = anAccount();
const cracow = anAccount({ id: 'lab2', name: 'Lab Kraków' });
const archive = anAccount({
  id: 'old1',
  name: 'Old lab',
  archivedAt: NOW - MINUTE,
  health: { state: 'archived', since: NOW - MINUTE },
});

/** The accounts of the side list, from the top. */
const order = (): (string | null)[] =>
  screen
    .getAllByRole('button')
    .filter((one) => one.id.startsWith('account-'))
    .map((one) => one.querySelector('.side-name')!.textContent);

/** Main's order, as it would answer. */
function moving(accounts: readonly AccountState[]) {
  const shown = show({ accounts: [...accounts] });
  shown.fake.handlers.accountMove = ({ account, by }) => {
    const all = [...shown.fake.state().accounts];
    const from = all.findIndex(({ id }) => id === account);
    const [moved] = all.splice(from, 1);
    all.splice(Math.max(0, from + by), 0, moved!);
    shown.fake.set({ accounts: all });
    return ok(null);
  };
  return shown;
}

test('Alt and an arrow moves an account; the focus goes along, and its place is said', async () => {
  const { user } = moving([warsaw, cracow, archive]);
  (await button(/^Lab Warsaw/)).focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(order()).toEqual(['Lab Kraków', 'Lab Warsaw', 'Old lab']));
  await screen.findByText('Lab Warsaw: 2 of 3');
  expect(document.activeElement?.id).toBe('account-lab1');
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(order()).toEqual(['Lab Warsaw', 'Lab Kraków', 'Old lab']));
  expect(document.activeElement?.id).toBe('account-lab1');
  await user.keyboard('{ArrowDown}');
  expect(order()).toEqual(['Lab Warsaw', 'Lab Kraków', 'Old lab']);
});

/** jsdom's drag events know nothing of where the pointer is. @returns `false`: it was taken */
function dragged(what: 'dragOver' | 'drop', over: HTMLElement, clientY: number): boolean {
  const event = createEvent[what](over);
  Object.defineProperty(event, 'clientY', { value: clientY });
  return fireEvent(over, event);
}

test.for([
  { drag: 'Lab Warsaw', to: 'Old lab', half: 'lower', by: 2, place: '3 of 3' },
  { drag: 'Lab Warsaw', to: 'Old lab', half: 'upper', by: 1, place: '2 of 3' },
  { drag: 'Old lab', to: 'Lab Warsaw', half: 'upper', by: -2, place: '1 of 3' },
  { drag: 'Old lab', to: 'Lab Warsaw', half: 'lower', by: -1, place: '2 of 3' },
  { drag: 'Lab Kraków', to: 'Lab Warsaw', half: 'lower', by: 0, place: null },
  { drag: 'Lab Kraków', to: 'Lab Kraków', half: 'upper', by: 0, place: null },
])('$drag dragged to the $half half of $to: $by', async ({ drag, to, half, by, place }) => {
  const { fake } = moving([warsaw, cracow, archive]);
  const item = async (name: string) => (await button(new RegExp(`^${name}`))).closest('li')!;
  const dataTransfer = { setData: () => undefined };
  expect((await item(drag)).getAttribute('draggable')).toBe('true');
  fireEvent.dragStart(await item(drag), { dataTransfer });
  // Nothing has a height here: above its middle, or below.
  const y = half === 'upper' ? -1 : 1;
  expect(dragged('dragOver', await item(to), y), 'it may be dropped here').toBe(false);
  expect((await item(to)).dataset['drop']).toBe(by === 0 ? undefined : half === 'upper' ? 'before' : 'after');
  dragged('drop', await item(to), y);
  fireEvent.dragEnd(await item(drag), { dataTransfer });
  expect(fake.calls('accountMove').map((call) => call.by)).toEqual(by === 0 ? [] : [by]);
  if (place) await screen.findByText(`${drag}: ${place}`);
  expect(document.querySelector('[data-drop]')).toBeNull();
});

test('what is dragged from elsewhere has no place in the list', async () => {
  const { fake } = moving([warsaw, cracow]);
  const item = (await button(/^Lab Warsaw/)).closest('li')!;
  expect(dragged('dragOver', item, 1), 'refused').toBe(true);
  dragged('drop', item, 1);
  expect(fake.calls('accountMove')).toEqual([]);
});

test('the page moves it too, no further than the ends', async () => {
  const { user } = moving([warsaw, cracow]);
  await user.click(await button(/^Lab Kraków/));
  expect((await button('Move down in the list')).hasAttribute('disabled')).toBe(true);
  await user.click(await button('Move up in the list'));
  await waitFor(() => expect(order()).toEqual(['Lab Kraków', 'Lab Warsaw']));
  expect((await button('Move up in the list')).hasAttribute('disabled')).toBe(true);
});
