import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findProgram, waitUntil } from '../../../../scripts/processes.mjs';
import { createAutostart, type LoginCommand } from '../../../../src-main/electron/start/autostart';
import { toFailure } from '../../../../src-shared/app-error';

function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tocsin-autostart-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const noApp = {
  getLoginItemSettings: () => expect.fail('Linux has none'),
  setLoginItemSettings: () => expect.fail('Linux has none'),
};

const some: LoginCommand = { exec: '/opt/Tocsin/tocsin', args: ['--hidden'] };

function onLinux(command: LoginCommand = some, folder = path.join(tempFolder(), 'autostart')) {
  const autostart = createAutostart({ platform: 'linux', app: noApp, command, folder });
  return { autostart, folder, file: path.join(folder, 'tocsin.desktop') };
}

const ODD = [
  'plain',
  'a blank',
  'two  blanks ',
  'qu"ote',
  "apo'strophe",
  'back\\slash',
  'ends\\',
  '100%',
  '%U %f %%',
  '$HOME',
  '`tick`',
  'zażółć gęślą',
  'a;b&c|d>e<f',
  '*?[#]~(x)!',
  'tab\there',
  'new\nline',
  'k=v',
  '\\n \\s \\t',
  '\\"$`%\\\\',
];

// What a desktop does with the line, by the Desktop Entry specification 1.5: first the escapes of every string, then the
// quoting of Exec, then its field codes.
function readExec(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines[0]).toBe('[Desktop Entry]');
  const value = lines.filter((line) => line.startsWith('Exec=')).map((line) => line.slice('Exec='.length));
  expect(value).toHaveLength(1);
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const text = value[0]!.replace(
    /\\(.)/g,
    (_, one: string) => escapes[one] ?? expect.fail(`\\${one} is no escape`),
  );
  const args: string[] = [];
  for (let at = 0; at < text.length;) {
    let arg = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"'; at += 1) {
        if (at >= text.length) expect.fail('a quote is not closed');
        if (text[at] === '\\') at += 1;
        else if ('`$'.includes(text[at]!)) expect.fail(`${text[at]} must be escaped between quotes`);
        arg += text[at]!;
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== ' '; at += 1) {
        if ('\t\n"\'\\><~|&;$*?#()`'.includes(text[at]!)) expect.fail(`${text[at]} must be quoted`);
        arg += text[at]!;
      }
    }
    if (at < text.length && text[at] !== ' ') expect.fail('an argument is quoted in part');
    at += 1;
    args.push(
      arg.replace(/%(.?)/g, (_, code: string) =>
        code === '%' ? '%' : expect.fail(`%${code} is a field code`),
      ),
    );
  }
  return args;
}

test.for(ODD)('the desktop reads what was meant: %j', (odd) => {
  const command = {
    exec: `/opt/${odd}/tocsin`,
    args: [`/home/${odd}/app`, `--user-data-dir=${odd}`, '--hidden'],
  };
  const { autostart, file } = onLinux(command);
  autostart.set(true);
  const shell = /[%=]/.test(odd) ? ['/bin/sh', '-c', 'exec "$0" "$@"'] : [];
  expect(readExec(file)).toEqual([...shell, command.exec, ...command.args]);
});

const gio = findProgram('gio');
if (!gio) console.warn('skipped: gio is not installed, which starts programs as the desktop does');

test.skipIf(!gio).for(ODD)('gio starts the right program: %j', async (odd) => {
  const folder = path.join(tempFolder(), odd);
  mkdirSync(folder);
  const script = path.join(folder, 'program.sh');
  const seen = path.join(folder, 'seen');
  writeFileSync(
    script,
    '#!/bin/sh\nhere=$(dirname "$0")\nprintf "%s\\0" "$0" "$@" >"$here/part" && mv "$here/part" "$here/seen"\n',
    { mode: 0o755 },
  );
  const { autostart, file } = onLinux({ exec: script, args: [odd, '--hidden'] });
  autostart.set(true);
  const { status, stderr } = spawnSync(gio!, ['launch', file], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  });
  expect([status, stderr]).toEqual([0, '']);
  await waitUntil(() => existsSync(seen), 30_000, 'the program');
  expect(readFileSync(seen, 'utf8').split('\0').slice(0, -1)).toEqual([script, odd, '--hidden']);
});

const validate = findProgram('desktop-file-validate');
if (!validate) console.warn('skipped: desktop-file-validate is not installed');

test.skipIf(!validate).for(ODD)('desktop-file-validate has nothing to say: %j', (odd) => {
  const { autostart, file } = onLinux({ exec: `/opt/${odd}/tocsin`, args: [odd, '--hidden'] });
  autostart.set(true);
  const { status, stdout } = spawnSync(validate!, [file], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
});

test('on, off, and on again, as the disk has it', () => {
  const { autostart, folder, file } = onLinux();
  expect(autostart.isOn()).toBe(false);
  autostart.set(false); // nothing to take away
  autostart.set(true);
  expect(autostart.isOn()).toBe(true);
  expect(readdirSync(folder)).toEqual(['tocsin.desktop']);
  expect(onLinux(some, folder).autostart.isOn(), 'to another process').toBe(true);
  rmSync(file); // somebody else's doing
  expect(autostart.isOn()).toBe(false);
  autostart.set(true);
  autostart.set(false);
  expect(autostart.isOn()).toBe(false);
  expect(existsSync(file)).toBe(false);
});

test.for([
  {
    by: 'the desktop’s own settings',
    text: '[Desktop Entry]\nExec=x\nX-GNOME-Autostart-enabled=false\n',
    on: false,
  },
  { by: 'hiding it', text: '[Desktop Entry]\nHidden=true\nExec=x\n', on: false },
  { by: 'hiding it, with blanks', text: '[Desktop Entry]\n Hidden = true \n', on: false },
  { by: 'emptying the file', text: '', on: false },
  { by: 'a comment only', text: '[Desktop Entry]\nExec=x\n#Hidden=true\n', on: true },
  { by: 'another group only', text: '[Desktop Entry]\nExec=x\n[Desktop Action x]\nHidden=true\n', on: true },
  { by: 'saying so', text: '[Desktop Entry]\nExec=x\nHidden=false\n', on: true },
])('somebody else changed it by $by → $on', ({ text, on }) => {
  const { autostart, folder, file } = onLinux();
  mkdirSync(folder);
  writeFileSync(file, text);
  expect(autostart.isOn()).toBe(on);
  autostart.set(true);
  expect(autostart.isOn(), 'the person’s last word').toBe(true);
  expect(readExec(file)).toEqual(['/opt/Tocsin/tocsin', '--hidden']);
});

test('a disk that refuses is a failure in words', () => {
  const inTheWay = path.join(tempFolder(), 'file');
  writeFileSync(inTheWay, '');
  const { autostart } = onLinux(some, path.join(inTheWay, 'autostart'));
  let thrown: unknown;
  try {
    autostart.set(true);
  } catch (error) {
    thrown = error;
  }
  expect(toFailure(thrown).kind).toBe('storage');
  expect(autostart.isOn()).toBe(false);
});
