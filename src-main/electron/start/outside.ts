import type { App as ElectronApp, PowerMonitor } from 'electron';
import { networkInterfaces } from 'node:os';
import type { Health } from '../../../src-shared/app-state';
import type { App } from '../../core/app';
import type { Clock } from '../../core/ports';
import type { LogFile } from '../files/log-file';
import { readProvisionFile } from './provision-file';
import { fetchOffered } from './hand-over';
import type { hearLaterStarts, Start } from './single-instance';
import { onScreenLock } from '../desktop/screen-lock';
import type { SessionBus } from '../desktop/session-bus';
import type { Login } from '../desktop/system-bus';
import { onSleep } from '../desktop/sleep';
import { answerStatus } from './status';
import { onWake } from '../desktop/wake';

export interface Outside {
  readonly app: ElectronApp;
  readonly powerMonitor: PowerMonitor;
  /** On Linux: there Electron does not say that the screen is locked. */
  readonly bus: SessionBus | undefined;
  readonly login: Login | undefined;
  readonly clock: Clock;
  readonly log: LogFile;
  readonly main: App;
  /** Gives what other starts of this profile asked for, also before now. */
  readonly laterStarts: ReturnType<typeof hearLaterStarts>;
  readonly showWindow: () => void;
}

/**
 * What reaches the running app from outside: other starts, links, the machine waking up.
 * @returns `beforeRequest`: to be called before each request to a server
 */
export function listenOutside(outside: Outside): { readonly beforeRequest: () => void } {
  const { app, powerMonitor, bus, login, clock, log, main, laterStarts, showWindow } = outside;
  onSleep(powerMonitor, clock, (since) => void main.alarm.back(since));
  onScreenLock(powerMonitor, bus, login?.onLocked ?? (() => undefined), clock, (since) => {
    main.keyring.woke();
    void main.alarm.unlocked(since);
  });
  const onNetwork = (): void => void main.alarm.networkChanged();
  const isCalm = (): boolean => main.state().accounts.every(({ health }) => !isTroubled(health));
  const beforeRequest = onWake({ powerMonitor, networkInterfaces, clock, isCalm, onNetwork }, () => {
    main.keyring.woke();
    void main.watchers.nudgeAll().catch(log.bug);
  });
  laterStarts((start) => {
    if (start.kind === 'status') return void answerStatus(start, main.state());
    if (start.kind === 'provision') return void provision(start).catch(log.bug);
    if (start.kind === 'link') return void main.openLink(start.url).catch(log.bug);
    showWindow();
  });
  async function provision({ file, text, at }: Extract<Start, { kind: 'provision' }>): Promise<void> {
    const handed = at ? await fetchOffered(at) : text;
    const again = readProvisionFile(file, main.words().messages, handed);
    if (again.ok) await main.provision(again.provision);
    else log.event('provision', again.lines.join(' '));
  }
  app.on('open-url', (event, url) => {
    event.preventDefault(); // macOS hands links over so
    void main.openLink(url).catch(log.bug);
  });
  return { beforeRequest };
}

const isTroubled = ({ state }: Health): boolean => state === 'troubled' || state === 'not-watching';
