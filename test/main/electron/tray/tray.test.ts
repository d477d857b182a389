import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import { expect, test } from 'vitest';
import type { TrayAction } from '../../../../src-main/core/tray/tray-menu';
import type { TrayView } from '../../../../src-main/core/tray/tray-view';
import { createTray } from '../../../../src-main/electron/tray/tray';
import { iconKey } from '../../../../src-main/electron/tray/tray-image';
import { emitter } from '../support/fakes';

const VIEW: TrayView = {
  icon: { mode: 'watching', badge: null, count: 0 },
  tooltip: 'All seen',
  menu: [{ label: 'Open Tocsin', action: { act: 'open' } }],
};

function setUp(first = VIEW, platform: NodeJS.Platform = 'linux') {
  const trays: { tray: Tray & { emit(name: string): boolean }; done: string[]; destroyed: boolean }[] = [];
  const actions: TrayAction[] = [];
  let template: MenuItemConstructorOptions[] = [];
  const tray = createTray(
    {
      make: (image) => {
        const made = { done: [`image ${image as unknown as string}`], destroyed: false };
        const fake = emitter<Tray>({
          setImage: (next: string) => void made.done.push(`image ${next}`),
          setToolTip: (text: string) => void made.done.push(`tip ${text}`),
          setTitle: (text: string) => void made.done.push(`title ${text}`),
          setContextMenu: () => void made.done.push('menu'),
          destroy: () => (made.destroyed = true),
        });
        trays.push(Object.assign(made, { tray: fake }) as (typeof trays)[number]);
        return fake;
      },
      menuOf: (given) => {
        template = given;
        return {} as Menu;
      },
      imageOf: (icon) => iconKey(icon) as unknown as NativeImage,
      platform,
      onAction: (action) => actions.push(action),
    },
    first,
  );
  const take = (): string[] => trays.at(-1)!.done.splice(0);
  return { tray, trays, actions, take, template: () => template };
}

test('made at once, with all three', () => {
  expect(setUp().take()).toEqual(['image watching', 'tip All seen', 'menu']);
});

test('the same again touches nothing', () => {
  const { tray, take } = setUp();
  take();
  tray.draw({ ...VIEW, menu: [...VIEW.menu] });
  expect(take()).toEqual([]);
});

test.for([
  {
    what: 'the badge',
    view: { ...VIEW, icon: { mode: 'watching', badge: 'major', count: 2 } },
    done: ['image watching major 2'],
  },
  { what: 'a count beyond nine', view: { ...VIEW, icon: { ...VIEW.icon, count: 12 } }, done: [] },
  {
    what: 'a word of the tooltip',
    view: { ...VIEW, tooltip: '1 unseen' },
    done: ['tip 1 unseen'],
  },
  { what: 'the menu', view: { ...VIEW, menu: [{ label: 'Quit', action: { act: 'quit' } }] }, done: ['menu'] },
] as { what: string; view: TrayView; done: string[] }[])('$what changed: $done', ({ view, done }) => {
  const { tray, take } = setUp();
  take();
  tray.draw(view);
  expect(take()).toEqual(done);
});

test('another panel behind it: the same state is drawn anew', () => {
  const { tray, take } = setUp();
  take();
  tray.lookChanged();
  expect(take()).toEqual(['image watching']);
  tray.hostWent();
  tray.lookChanged();
  expect(take()).toEqual([]);
});

test.for<{ platform: NodeJS.Platform; icon: TrayView['icon']; titles: string[] }>([
  { platform: 'darwin', icon: { mode: 'watching', badge: 'major', count: 2 }, titles: ['title 2'] },
  { platform: 'darwin', icon: { mode: 'not-watching', badge: 'major', count: 120 }, titles: ['title 99+'] },
  { platform: 'darwin', icon: { mode: 'watching', badge: 'info', count: 2 }, titles: [] },
  { platform: 'darwin', icon: { mode: 'paused', badge: 'major', count: 2 }, titles: [] },
  { platform: 'linux', icon: { mode: 'watching', badge: 'major', count: 2 }, titles: [] },
  { platform: 'win32', icon: { mode: 'watching', badge: 'major', count: 2 }, titles: [] },
])('$platform, $icon.mode $icon.badge: $titles beside it', ({ platform, icon, titles }) => {
  const { tray, take } = setUp(VIEW, platform);
  tray.draw({ ...VIEW, icon });
  tray.draw({ ...VIEW, icon });
  const isTitle = (one: string): boolean => one.startsWith('title');
  expect(take().filter(isTitle)).toEqual(titles);
  tray.draw(VIEW);
  expect(take().filter(isTitle)).toEqual(titles.map(() => 'title '));
});

test('what a server wrote stays plain text', () => {
  const { template, take } = setUp({
    ...VIEW,
    tooltip: 'R&D <img src=x>\u202e\n: offline',
    menu: [
      { label: 'R&D <b>\u202eagent\u0007', action: { act: 'poll-now' } },
      { separator: true },
      { label: 'Nothing unseen', action: null },
    ],
  });
  expect(take()[1]).toBe('tip R&D ‹img src=x› : offline');
  expect(template()).toEqual([
    { label: 'R&&D <b>agent', click: expect.any(Function) as unknown },
    { type: 'separator' },
    { label: 'Nothing unseen', enabled: false },
  ]);
});

test('clicks end as actions', () => {
  const { trays, template, actions } = setUp();
  trays[0]!.tray.emit('click');
  (template()[0] as { click(): void }).click();
  expect(actions).toEqual([{ act: 'open' }, { act: 'open' }]);
});

test('the panel goes and comes: destroyed, then made anew as it should look by then', () => {
  const { tray, trays, take } = setUp();
  tray.hostWent();
  expect(trays.map(({ destroyed }) => destroyed)).toEqual([true]);
  tray.draw({ ...VIEW, tooltip: '9 unseen' });
  tray.hostCame();
  expect(trays.map(({ destroyed }) => destroyed)).toEqual([true, false]);
  expect(take()).toEqual(['image watching', 'tip 9 unseen', 'menu']);
});
