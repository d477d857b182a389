import type { Messages } from '../../../src-shared/messages/en/en';

/** What `--help` says: a line a switch, in two columns. */
export function helpText({ help }: Messages['cli']): string {
  const rows: readonly (readonly [string, string])[] = [
    ['--hidden', help.hidden],
    ['--status', help.status],
    [`--provision ${help.file}`, help.provision],
    [`--user-data-dir=${help.folder}`, help.userDataDir],
    ['--verbose', help.verbose],
    ['--version', help.version],
    ['tocsin://…', help.link],
  ];
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  return [help.what, '', ...lines, '', help.again].join('\n');
}
