import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clearSamples } from '../../../../src-main/electron/start/sample-folder';
import { mayMount, readOnly } from '../../../e2e/support/disks';

function profile(...samples: readonly string[]): string {
  const at = mkdtempSync(join(tmpdir(), 'tocsin-samples-'));
  onTestFinished(() => rmSync(at, { recursive: true, force: true }));
  for (const name of [...samples, 'other']) {
    mkdirSync(join(at, name));
    writeFileSync(join(at, name, 'file'), '');
  }
  return at;
}
const silent = { event: () => undefined, bug: () => undefined };

test('what a crash left of an exploration goes, and nothing else', () => {
  const at = profile('sample-1', 'sample-2');
  clearSamples(at, silent);
  expect(['sample-1', 'sample-2', 'other'].map((name) => existsSync(join(at, name)))).toEqual([
    false,
    false,
    true,
  ]);
});

test.runIf(mayMount)('a folder that cannot be deleted is left, is in the log, and ends no start', () => {
  const at = profile('sample-1', 'sample-2');
  readOnly(join(at, 'sample-1'));
  const events: string[] = [];
  clearSamples(at, { ...silent, event: (what) => void events.push(what) });
  expect([events, existsSync(join(at, 'sample-1')), existsSync(join(at, 'sample-2'))]).toEqual([
    ['sample'],
    true,
    false,
  ]);
});
