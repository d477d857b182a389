import type { App } from 'electron';
import type { Restart } from '../../core/ports';

export interface RestartDeps {
  readonly app: Pick<App, 'relaunch' | 'quit'> & {
    readonly commandLine: Pick<App['commandLine'], 'hasSwitch'>;
  };
  /** `process.argv` */
  readonly argv: readonly string[];
  /** Where an AppImage was started from; `undefined`: it is none. */
  readonly appImage: string | undefined;
  /** Somebody may be looking, with something typed. */
  readonly isVisible: () => boolean;
}

const BY_ITSELF = '--restarted';

/** Ends in order and starts again as it was started: with a window where there is one. */
export function createRestart({ app, argv, appImage, isVisible }: RestartDeps): Restart {
  return ({ ofItself }) => {
    const visible = isVisible();
    // Where the first did not help, a second would not: nobody wants an app that starts over and over.
    if (ofItself && (visible || argv.includes(BY_ITSELF))) return;
    // Its files go with the process, and perhaps who was to start the next one: nobody would be there to do so.
    if (ofItself && appImage !== undefined) return;
    // It is not among the arguments any more (tried with Electron 33), and as root the next would end without it.
    const bare = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
    const more = [...(visible ? [] : ['--hidden']), ...(ofItself ? [BY_ITSELF] : [])];
    const args = [...bare, ...argsAgain(argv.slice(1)), ...more];
    app.relaunch(appImage === undefined ? { args } : { execPath: appImage, args });
    app.quit();
  };
}

/** Without what was to be done once: a link to open, a file to read in. */
export function argsAgain(args: readonly string[]): string[] {
  return args.filter(
    (one, at) =>
      one !== '--hidden' &&
      one !== BY_ITSELF &&
      !one.startsWith('tocsin:') &&
      !one.startsWith('--provision') &&
      !(args[at - 1] === '--provision' && !one.startsWith('--')),
  );
}
