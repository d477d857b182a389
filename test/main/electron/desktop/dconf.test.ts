import { expect, test } from 'vitest';
import { booleanIn, dconfReader } from '../../../../src-main/electron/desktop/dconf';

/**
 * What dconf 0.40 wrote after `gsettings set` of org.gnome.desktop.interface clock-show-seconds true and text-scaling-factor
 * 1.25, and org.gnome.desktop.notifications show-banners false.
 */
const REAL = Buffer.from(
  [
    'R1ZhcmlhbnQAAAAAAAAAABgAAAAcAQAAAAAAKAkAAAAAAAAAAQAAAAMAAAAEAAAABAAAAAYAAAAIAAAACAAAAAkAAAC5iP3aAwAA',
    'ABwBAAAIAEwAJAEAACwBAABLUJALBgAAACwBAAAEAEwAMAEAADQBAADCHYyFAAAAADQBAAAOAEwARAEAAEgBAACwtyQwAQAAAEgB',
    'AAAGAEwAUAEAAFQBAACP9TpfBwAAAFQBAAASAHYAaAEAAGsBAAD4u3K+BwAAAGsBAAATAHYAgAEAAIoBAADUtQIA/////4oBAAAB',
    'AEwAjAEAAJABAAA5xTtPAAAAAJABAAAKAEwAnAEAAKQBAADZgrUcAgAAAKQBAAAMAHYAsAEAALMBAABkZXNrdG9wLwcAAAACAAAA',
    'b3JnLwMAAABub3RpZmljYXRpb25zLwAACAAAAGdub21lLwAAAAAAAGNsb2NrLXNob3ctc2Vjb25kcwAAAQBidGV4dC1zY2FsaW5n',
    'LWZhY3RvcgAAAAAAAAAA9D8AZC8AAQAAAGludGVyZmFjZS8AAAQAAAAFAAAAc2hvdy1iYW5uZXJzAABi',
  ].join(''),
  'base64',
);
const BANNERS = '/org/gnome/desktop/notifications/show-banners';

test.for([
  { key: BANNERS, value: false },
  { key: '/org/gnome/desktop/interface/clock-show-seconds', value: true },
  { key: '/org/gnome/desktop/interface/show-banners', value: undefined },
  { key: 'show-banners', value: undefined },
  { key: '/org/gnome/desktop/notifications/', value: undefined },
  { key: '', value: undefined },
])('$key is $value', ({ key, value }) => {
  expect(booleanIn(REAL, key)).toBe(value);
});

test('a number is no yes or no', () => {
  expect(() => booleanIn(REAL, '/org/gnome/desktop/interface/text-scaling-factor')).toThrow('no yes or no');
});

test('whatever the file holds, it is read or refused, and soon', () => {
  const outcomes = { read: 0, refused: 0 };
  for (let at = 0; at < REAL.length; at += 1)
    for (const value of [0, 1, 0x7f, 0xff]) {
      const damaged = Buffer.from(REAL);
      damaged[at] = value;
      try {
        booleanIn(damaged, BANNERS);
        outcomes.read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        outcomes.refused += 1;
      }
    }
  for (let size = 0; size < 0x11c; size += 1)
    expect(() => booleanIn(REAL.subarray(0, size), BANNERS)).toThrow();
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
});

const gone = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

test.for([
  { env: { XDG_CONFIG_HOME: '/c' }, asked: '/c/dconf/user' },
  { env: {}, asked: /\/\.config\/dconf\/user$/ },
])('$env: the file is $asked', async ({ env, asked }) => {
  const files: string[] = [];
  const read = dconfReader(env, ((file: string) => (files.push(file), Promise.resolve(REAL))) as never);
  expect(await read(BANNERS)).toBe(false);
  expect(files).toEqual([typeof asked === 'string' ? asked : expect.stringMatching(asked)]);
});

test('no file: nothing was ever set; a file that may not be read, or a sandbox: not known', async () => {
  expect(await dconfReader({}, gone('ENOENT'))(BANNERS)).toBeUndefined();
  await expect(dconfReader({}, gone('EACCES'))(BANNERS)).rejects.toThrow('EACCES');
  for (const env of [{ FLATPAK_ID: 'x' }, { SNAP: '/snap/x' }])
    await expect(dconfReader(env, gone('ENOENT'))(BANNERS)).rejects.toThrow('sandbox');
});
