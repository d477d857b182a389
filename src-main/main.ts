import { app, Menu, protocol } from 'electron';
import { writeSync } from 'node:fs';
import type { AppState } from '../src-shared/app-state';
import { chooseLanguage } from '../src-shared/messages/choose-language';
import { cliWordsOf } from '../src-shared/messages/cli-words';
import { setAppMenu } from './electron/start/app-menu';
import { devServerOf, hardenStart, lockDown } from './electron/window/hardening';
import { registerScheme } from './electron/window/protocol';
import { needsHeadless, runHeadless } from './electron/start/headless';
import { helpText } from './electron/start/help-text';
import { findMisspelt } from './electron/start/misspelt';
import { readProvisionFile } from './electron/start/provision-file';
import { offer } from './electron/start/hand-over';
import { hearLaterStarts, takeLock } from './electron/start/single-instance';
import { isLong, readStartOptions, startOf } from './electron/start/start-options';
import { askStatus, statusCode } from './electron/start/status';
import { prepareUserData } from './electron/start/user-data';
import { setWindowsIdentity } from './electron/start/windows-identity';
import { run } from './run';

// What happens before Electron is ready: what makes the process safe, what the person wrote, the lock.
// Everything else is made and joined in `run.ts`.

const cli = cliWordsOf(chooseLanguage('system', app.getPreferredSystemLanguages()));

function leave(code: number, ...lines: readonly string[]): never {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
  app.exit(code);
  process.exit(code);
}

// An inbox of text needs no graphics card: no driver to fail after a sleep or an update, and no process that tries one,
// fails and begins anew before the first frame (docs/performance.md, paint).
app.disableHardwareAcceleration();
hardenStart({
  app,
  env: process.env,
  root: process.getuid?.() === 0,
  refuseRoot: () => leave(1, cli.rootPacked),
});
const args = process.argv.slice(app.isPackaged ? 1 : 2);
const options = readStartOptions(args, process.cwd());
if (options.says) {
  writeSync(process.stdout.fd, `${options.says === 'help' ? helpText(cli) : `Tocsin ${app.getVersion()}`}\n`);
  leave(0);
}
const misspelt = findMisspelt(args);
if (misspelt) leave(2, cli.misspelt(misspelt.given, misspelt.meant));
const folder = prepareUserData({
  app,
  process,
  refuse: () => leave(1, cli.userDataDir),
  refuseFolder: (at, code) => leave(1, cli.folder(at, code)),
});
const dev = devServerOf(app, process.env);

if (options.status) {
  if (needsHeadless(process.env, process.platform, app.commandLine))
    process.exit(runHeadless(app.commandLine));
  // Where it cannot even be asked, as with a full temporary folder, whoever waits for it is told all the same.
  void status().catch((error: unknown) => leave(2, cli.noAnswer, String(error)));
} else first();

async function status(): Promise<void> {
  const asked = await askStatus(app, folder);
  if (asked.state !== 'answered')
    return leave(2, asked.state === 'no-answer' ? cli.noAnswer : cli.notRunning);
  process.stdout.write(`${asked.json}\n`, () => leave(statusCode(JSON.parse(asked.json) as AppState)));
}

function first(): void {
  const file = options.provision === undefined ? undefined : readProvisionFile(options.provision, { cli });
  if (file && !file.ok) leave(1, ...file.lines);
  const offered = file && isLong(file.text) ? offer(file.text) : undefined;
  const isFirst = takeLock(app, folder, startOf(options, file?.text, offered?.at));
  if (!isFirst && offered)
    return void offered.taken.then((taken) =>
      taken ? leave(0, cli.provisionedRunning) : leave(2, cli.noAnswer),
    );
  if (!isFirst) leave(0, ...(file ? [cli.provisionedRunning] : []));
  offered?.close();
  const laterStarts = hearLaterStarts(app);
  setAppMenu(Menu, process.platform);
  setWindowsIdentity(app, process.platform);
  registerScheme(protocol);
  lockDown(app, dev?.origin);
  void app
    .whenReady()
    .then(() => run({ folder, options, dev, laterStarts, provision: file?.ok ? file.provision : undefined }));
}
