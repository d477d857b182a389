import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const repoRoot = resolve(import.meta.dirname, '../../..');
const LOADER = join(repoRoot, 'scripts', 'wait-for-debugger.cjs');

/** Set by `npm test`, which starts the private desktop that these tests run in. */
function fromTestRun(name: 'TOCSIN_ELECTRON' | 'TOCSIN_SWITCHES' | 'DBUS_SESSION_BUS_ADDRESS'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is unset. Run the e2e tests with: npm test -- e2e`);
  return value;
}

export const busAddress = (): string => fromTestRun('DBUS_SESSION_BUS_ADDRESS');

export interface LaunchOptions {
  /** Written to a file of 0600 and handed over with `--provision`. */
  readonly provision?: object;
  readonly switches?: readonly string[];
  /** An existing profile, to start again where an earlier run ended; without it a fresh one. */
  readonly profile?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly profile: string;
  /** Everything the app printed on stdout so far. */
  readonly output: () => string;
  /** What its pages were refused by their policy, as Chromium told it. */
  readonly refused: () => readonly string[];
  /** Ends the app, however it hangs; a profile made here goes too. */
  readonly close: () => Promise<void>;
}

/** Starts the built app in the runtime and the desktop of this test run. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-e2e-')); // 0700 by itself
  const profile = options.profile ?? join(folder, 'profile');
  const switches = [`--user-data-dir=${profile}`, '--verbose', ...(options.switches ?? [])];
  if (options.provision) {
    const file = join(folder, 'provision.json');
    writeFileSync(file, JSON.stringify(options.provision), { mode: 0o600 });
    switches.push(`--provision=${file}`);
  }
  const log = join(folder, 'stdout.log');
  const app = await _electron.launch({
    executablePath: recording(folder, log),
    args: ['-r', LOADER, ...(JSON.parse(fromTestRun('TOCSIN_SWITCHES')) as string[]), repoRoot, ...switches],
    env: { ...stringsOf(process.env), ...options.env },
    colorScheme: null, // the app's own theme, not Playwright's
  });
  const child = app.process();
  const refused: string[] = [];
  const listen = (page: Page): void =>
    void page.on('console', (line) => {
      if (/Refused to|Content Security Policy|Trusted ?Type/i.test(line.text())) refused.push(line.text());
    });
  app.on('window', listen);
  app.windows().forEach(listen);
  return {
    app,
    profile,
    refused: () => refused,
    output: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    async close() {
      const ended =
        child.exitCode === null && child.signalCode === null
          ? new Promise((done) => child.once('exit', done))
          : undefined;
      const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
      await app.close().catch(() => undefined); // it may have quit by itself
      await ended;
      clearTimeout(patience);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Playwright takes no undefined ones. */
function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** Playwright hands the process over late: the first lines would be lost, so stdout goes to a file. Same process id. */
function recording(folder: string, log: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const script = join(folder, 'electron.sh');
  const text = `#!/bin/sh\nexec ${quote(fromTestRun('TOCSIN_ELECTRON'))} "$@" >${quote(log)}\n`;
  writeFileSync(script, text, { mode: 0o700 });
  return script;
}
