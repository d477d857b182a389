import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const run = (script: string, option: string) =>
  spawnSync(process.execPath, [join('scripts', `${script}.mjs`), option], { encoding: 'utf8' });

test.for(['demo', 'bench', 'pack', 'crash', 'corrupt', 'day', 'model'])(
  '%s: --help is its manual, and what it does not know is named beside it',
  (script) => {
    const { status, stdout } = run(script, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm run /);
    expect(stdout).not.toMatch(/^import |^\/\//m);
    const wrong = run(script, '--no-such-thing');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain("Unknown option '--no-such-thing'");
    expect(wrong.stderr).toContain(stdout.trim());
    expect(wrong.stderr).not.toMatch(/^ +at /m);
  },
);
