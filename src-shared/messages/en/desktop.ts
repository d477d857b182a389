/** What the desktop shows outside the window. */
export const desktop = {
  noTrayTitle: 'Keep watching?',
  noTray: 'This desktop has no tray, so a closed window would leave nothing to come back to.',
  noTrayDetail: 'Minimised, Tocsin goes on watching and alerting. Quitting ends both.',
  minimise: 'Minimise',
  quit: 'Quit Tocsin',
};
