// The main job, played by itself on a virtual desktop: each step was really seen, or StepFailed names the one that was not.
//   playMainJob({ session, bus, notes, server, app, pictures })
import { clickToast } from '../desktop/dunst.mjs';
import { trayItem, waitForTrayItem } from '../desktop/tray-client.mjs';
import { windowId } from '../desktop/windows.mjs';
import { sleep, waitUntil } from '../processes.mjs';
import { POLL_SECONDS } from './app.mjs';
import { createSteps, must } from './story.mjs';

const POLL_MS = POLL_SECONDS * 1000;
/** One poll, and what drawing and a slow machine take. */
const TOAST_MS = POLL_MS + 5000;
/** The Undo of 8 s ends first. */
const MARK_MS = 20_000;
const OFFLINE = 8;
/** Not one of the storm's, which takes the agents from 1 on: it is offline already. */
const AGENT = 40;
const STORM = 14;

/**
 * @typedef {{ session: import('../desktop/session.mjs').Session, bus: import('../desktop/bus.mjs').Bus,
 *   notes: Awaited<ReturnType<typeof import('../desktop/notification-service.mjs').startNotificationService>>,
 *   server: import('./server.mjs').DemoServer, app: import('./app.mjs').DemoApp,
 *   pictures: ReturnType<typeof import('./pictures.mjs').createPictures> }} Stage
 * @param {Stage} stage
 */
export async function playMainJob(stage) {
  const { step } = createSteps();
  const item = await step('the tray item registered', async () => {
    const found = trayItem(stage.bus, await waitForTrayItem(stage.bus, 30_000));
    must((await found.icon()).width > 0, 'it has no icon');
    return found;
  });
  await step('the first sync was done', () => stage.app.waitForLine(/first sync done/, 60_000));
  await step('the window was painted', () => showWindow(stage, item));
  await stage.pictures.tray(item, 'tray');
  await playOutage(stage, step);
  await playStorm(stage, step, item);
}

/**
 * @typedef {ReturnType<typeof trayItem>} Item
 * @typedef {ReturnType<typeof createSteps>['step']} Step
 */

/**
 * @param {Stage} stage
 * @param {Item} item
 */
async function showWindow({ session, pictures }, item) {
  const find = () => windowId(session.env, '^Tocsin');
  // A tray app may start without one: a click on the icon opens it.
  if (!(await find())) await item.activate();
  await pictures.window(find);
}

/**
 * An agent goes offline; one toast; its click; the server hears of it.
 * @param {Stage} stage
 * @param {Step} step
 */
async function playOutage({ session, notes, server, app, pictures }, step) {
  const before = notes.shown().length;
  const since = () => notes.shown().slice(before);
  const id = await step('a notification arrived at the server', async () => {
    const body = { type: OFFLINE, additional_data: { test_agent_id: AGENT } };
    return /** @type {{ id: number }} */ (await server.control('POST', 'arrive', body)).id;
  });
  const toast = await step('a toast was shown', () => waitUntil(() => since()[0], TOAST_MS, 'a toast'));
  if (notes.draws) {
    await notes.settled();
    await step('the toast was drawn', pictures.toast);
  }
  await step(
    notes.draws ? 'the toast was clicked with the mouse' : 'the toast was clicked (over D-Bus)',
    async () => {
      if (notes.draws) must(await clickToast(session.env), 'no bubble to click');
      else notes.action(toast.id);
      await app.waitForLine(/toast clicked/, 5000);
    },
  );
  await step('the server heard that it was seen', () =>
    server.waitFor(
      ({ event, method, path, status }) =>
        event === 'request' &&
        method === 'PATCH' &&
        Boolean(path?.endsWith(`/notifications/${id}/`)) &&
        status === 200,
      MARK_MS,
      `PATCH …/${id}/ answered with 200`,
    ),
  );
  await step('it is seen there', async () => {
    const { items } = /** @type {{ items: { seen: boolean }[] }} */ (
      await server.control('GET', `state?ids=${id}`)
    );
    must(items[0]?.seen === true, `notification ${id} is not seen on the server`);
  });
  await step('there was exactly one toast', () => mustBeOneBubble(since()));
}

/**
 * Many agents go offline at once: one toast tells of all.
 * @param {Stage} stage
 * @param {Step} step
 * @param {Item} item
 */
async function playStorm({ notes, server, pictures }, step, item) {
  const tooltip = await tooltipOf(item);
  const before = notes.shown().length;
  const since = () => notes.shown().slice(before);
  const mentions = new RegExp(`\\b${STORM}\\b`);
  await server.control('POST', 'storm', { count: STORM });
  await step(`one toast tells of ${STORM} outages`, () =>
    notes.next((call) => since().includes(call) && mentions.test(`${call.summary} ${call.body}`), TOAST_MS),
  );
  await step('the tooltip of the tray changed', () =>
    waitUntil(async () => (await tooltipOf(item)) !== tooltip, 5000, 'another tooltip'),
  );
  await pictures.tray(item, 'tray-storm');
  // A second one would come with the next poll at the latest.
  await sleep(POLL_MS + 2000);
  await step('there was exactly one toast for the storm', () => mustBeOneBubble(since()));
}

/** @param {Item} item */
async function tooltipOf(item) {
  const { ToolTip } = await item.props();
  return ToolTip?.slice(2).join('\n') ?? '';
}

/** A replaced bubble keeps its id. @param {readonly { id: number, summary: string }[]} calls */
function mustBeOneBubble(calls) {
  const ids = new Set(calls.map(({ id }) => id));
  must(ids.size === 1, `${ids.size} toasts: ${calls.map(({ summary }) => summary).join(' | ')}`);
}
