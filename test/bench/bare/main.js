// What Tocsin is compared with: an Electron app that has a tray icon and a window, and does nothing.
//   --page=FILE          what the window shows; --hidden: no window until the icon is clicked
//   --read=URL --token=T instead of all that: reads the pages of the inbox at URL as Tocsin does, parses them, prints "read N"
//   --watch=URL --token=T beside all that: polls the inbox every 10 s and shows a toast for a new first item
import { app, BrowserWindow, Menu, nativeImage, Notification, session, Tray } from 'electron';

const valueOf = (/** @type {string} */ name) =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** @type {Tray | undefined} */
let tray;
/** @type {BrowserWindow | undefined} */
let window;
let quitting = false;

void app.whenReady().then(start);

function start() {
  const read = valueOf('read');
  if (read !== undefined) return void readAll(read);
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 0xa0), { width: 22, height: 22 }));
  tray.setToolTip('Bare');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open', click: show },
      { label: 'Quit', role: 'quit' },
    ]),
  );
  tray.on('click', show);
  if (!process.argv.includes('--hidden')) show();
  const watched = valueOf('watch');
  if (watched !== undefined) void watch(watched);
}

app.on('before-quit', () => (quitting = true));
app.on('window-all-closed', () => {});

function show() {
  if (window) return window.show();
  window = new BrowserWindow({ width: 1100, height: 720, show: false, autoHideMenuBar: true });
  window.on('ready-to-show', () => {
    window?.show();
    window?.focus();
  });
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    window?.hide();
  });
  void window.loadFile(valueOf('page') ?? 'static.html');
}

/** @param {string} base */
function pagesOf(base) {
  const reader = session.fromPartition('api', { cache: false });
  const authorization = `Token ${valueOf('token')}`;
  /**
   * @param {number} limit
   * @param {number} offset
   */
  return async (limit, offset) => {
    const url = `${base}/api/user/notifications/?ordering=-timestamp&limit=${limit}&offset=${offset}`;
    const answer = await reader.fetch(url, { headers: { authorization }, cache: 'no-store' });
    const text = new TextDecoder().decode(await answer.arrayBuffer());
    return /** @type {{ next: string | null, results: { id: number }[] }} */ (JSON.parse(text));
  };
}

/** @param {string} base */
async function readAll(base) {
  const page = pagesOf(base);
  let count = 0;
  for (let more = true; more;) {
    const { next, results } = await page(1000, count);
    count += results.length;
    more = next !== null;
  }
  console.log(`read ${count}`);
}

/** @param {string} base */
async function watch(base) {
  const page = pagesOf(base);
  let last = (await page(100, 0)).results[0]?.id;
  console.log('watching');
  setInterval(async () => {
    const first = (await page(100, 0)).results[0]?.id;
    if (first === last) return;
    last = first;
    const toast = new Notification({ title: 'Agent offline', body: `notification ${first}` });
    console.log(`show ${now()}`);
    toast.show();
  }, 10_000);
}
