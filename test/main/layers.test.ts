import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

// architecture.md, Floors: who ← what it may import ← what also as a type. The first line that fits is a file's floor.
const FLOORS = String.raw`src-shared/.* ← valibot src-shared/.*
src-main/core/.* ← valibot zustand/vanilla src-shared/.* src-main/core/.*
src-main/http/.* ← node:.* valibot src-shared/.* src-main/http/.* ← src-main/core/(network-)?ports?
src-main/store/.* ← node:.* @photostructure/sqlite src-shared/.* src-main/store/.* src-main/core/(sync|alerts)/.* ← src-main/core/(store|alerts)-port
src-main/electron/.* ← node:.* electron(-store)? @particle/dbus-next valibot src-shared/.* src-main/electron/.* src-main/core/preferences/provision ← src-main/core/.*
src-main/demo/.* ← node:.* src-shared/.* src-main/demo/.*
src-main/(main|run|join)\.ts ← node:.* electron(-store)? src-shared/.* src-main/.*
src-main/preload\.ts ← electron src-shared/ipc-channels ← src-shared/.*
src-renderer/(ui/)?.* ← react(-dom/client)? zustand(/vanilla)? valibot lucide-react d3-(scale|shape) @tanstack/react-virtual @base-ui/react/.* src-shared/.* src-renderer/$1.*`;
const PLANTED = `src-shared/a.ts ← import 'electron';
src-main/core/a/b.ts ← import type {¶  Send,¶} from '../../http/send';
src-main/core/a.ts ← const later = () => setTimeout(act, 1);
src-main/http/a.ts ← import { createPoll } from '../core/sync/poll';
src-main/store/a.ts ← export * from '../http/url';
src-main/preload.ts ← import { commands } from '../src-shared/ipc';
src-renderer/a.ts ← const run = await import('../src-main/run');
src-renderer/ui/a.tsx ← import '../inbox/rows/rows';`;
const IMPORT =
  /^(?:import|export)\s(type\s)?[^'"=(]*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

function breaches(file: string, text: string): string[] {
  const floors = FLOORS.split('\n').map((line) => line.split(' ← '));
  const [who = '', values = '', types = ''] = floors.find(([one]) => RegExp(`^${one}$`).test(file)) ?? [];
  const inner = RegExp(who).exec(file)?.[1] ?? '';
  const fits = (path: string, list: string): boolean =>
    list.split(' ').some((one) => RegExp(`^${one.replace('$1', inner)}$`).test(path));
  const banned = /\bfetch\(|\bDate\.now\b|\bset(Timeout|Interval|Immediate)\b/.exec(text)?.[0];
  const paths = [...text.matchAll(IMPORT)].flatMap(([, type, from, effect, dynamic = '']) => {
    const path = (from ?? effect ?? dynamic).replace(/^\..*/, (near) =>
      posix.join(posix.dirname(file), near),
    );
    return fits(path, values) || (type !== undefined && fits(path, types)) ? [] : [`${file} → ${path}`];
  });
  return file.startsWith('src-main/core/') && banned ? [...paths, `${file} → ${banned}`] : paths;
}

test.for(['src-shared', 'src-main', 'src-renderer'])('in %s every import goes down', (top) => {
  const files = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(files.flatMap((file) => breaches(`${top}/${file}`, readFileSync(`${top}/${file}`, 'utf8')))).toEqual(
    [],
  );
});
test.for(
  PLANTED.replaceAll('¶', '\n')
    .split(/\n(?=src)/)
    .map((line) => line.split(' ← ')),
)('seen: %s ← %s', (planted) => expect(breaches(planted[0]!, planted[1]!)).toHaveLength(1));
