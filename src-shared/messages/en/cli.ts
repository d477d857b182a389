/** What a start says on stderr; `help` on stdout. */
export const cli = {
  help: {
    what: 'Tocsin watches the notifications of a network-test platform from the tray.',
    file: 'FILE',
    folder: 'DIR',
    hidden: 'start without a window',
    status: 'print what the running Tocsin sees as JSON; ends with 0: watched, 1: not, 2: not running',
    provision: 'take accounts and preferences from a JSON file',
    userDataDir: 'another profile',
    verbose: 'the log on stdout too',
    version: 'the version',
    link: 'open a notification, or the inbox with filters',
    again: 'Started again, it shows the window of the one that runs.',
  },
  misspelt: (given: string, meant: string): string =>
    `Tocsin: there is no switch ${given}. Did you mean ${meant}? --help names all of them.`,
  userDataDir:
    'Tocsin: --user-data-dir needs a folder, written as --user-data-dir=DIR. Given without one, Chromium would silently use your real profile.',
  folder: (folder: string, why: string): string =>
    `Tocsin: its folder ${folder} may not be written (${why}). Check its rights, and whether its disk is mounted read-only; or give another one: --user-data-dir=DIR`,
  provisionFile: (file: string, why: string): string =>
    `Tocsin: cannot read the provision file ${file}: ${why}`,
  provisionJson: (file: string): string =>
    `Tocsin: the provision file ${file} is not JSON. Nothing was changed.`,
  provisionField: (field: string, why: string): string => `Tocsin: provision file, ${field}: ${why}`,
  provisionNothing: 'Tocsin: nothing was changed. Mend the fields above and start again.',
  provisionNeedsFile: 'Tocsin: --provision needs a file, written as --provision=FILE or --provision FILE.',
  notRunning: 'Tocsin is not running with this profile.',
  noAnswer: 'Tocsin is running but did not answer within 5 seconds.',
  rootPacked: 'Tocsin does not run as root: its sandbox would be off. Start it as an ordinary user.',
  provisionedRunning: 'Tocsin is running already: the provision file was handed to it.',
  loopbackOnly: 'http is only for this machine (loopback), or with "allowHttp": true',
};
