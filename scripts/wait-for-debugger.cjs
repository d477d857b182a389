// Loaded by Electron before the app (`-r`): keeps `ready` back until Playwright has attached itself and calls
// `__playwright_run`, as Playwright's own loader does where it starts Electron by itself. Without it a window that opens
// while Playwright attaches can leave it waiting for ever. Its loader would bring Chromium switches along that change what
// is tested here (the keyring, the sandbox of networks), so this is that one half of it.
const { app } = require('electron');

const reallyReady = app.whenReady();
const emit = app.emit.bind(app);
/** @type {unknown[]} */
let given = [];
let isReady = false;
/** @type {() => void} */
let release = () => {};
/** @type {Promise<void>} */
const released = new Promise((resolve) => void (release = resolve));

app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args);
  given = args;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => released;

Object.assign(globalThis, {
  async __playwright_run() {
    await reallyReady;
    isReady = true;
    release();
    emit('ready', ...given);
  },
});
