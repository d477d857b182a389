import type { CommandLine } from 'electron';
import { spawnSync } from 'node:child_process';

const SWITCH = 'ozone-platform';

/** `--status` from a console or over ssh: without a display Chromium dies (SIGSEGV) before `ready`. */
export const needsHeadless = (
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  commandLine: Pick<CommandLine, 'hasSwitch'>,
): boolean =>
  platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'] && !commandLine.hasSwitch(SWITCH);

/**
 * Runs this very command again on Chromium's headless platform and takes over its exit code. The switch itself
 * comes too late here: the platform is chosen before main's script is read (tried with Electron 33).
 */
export function runHeadless(commandLine: Pick<CommandLine, 'hasSwitch' | 'getSwitchValue'>): number {
  const args = process.argv.slice(1);
  // In development these may have stood before the app's folder, where they are no longer seen.
  for (const name of ['no-sandbox', 'user-data-dir']) {
    if (!commandLine.hasSwitch(name) || args.some((arg) => arg.startsWith(`--${name}`))) continue;
    const value = commandLine.getSwitchValue(name);
    args.push(value === '' ? `--${name}` : `--${name}=${value}`);
  }
  const { status } = spawnSync(process.execPath, [...args, `--${SWITCH}=headless`], { stdio: 'inherit' });
  return status ?? 2;
}
