// What the person at the desk does, by the desktop's own ways: bubbles, the tray, keys.
//   pollNow(scene)           the tray's entry, until the server is asked
//   clickOne(scene)          a click on the bubble of something new, or on its button; → { id, isListed }
//   markOne(scene)           the same, until the app has shown it as marked; → its id
//   takeBack(scene, id)      Undo
//   markAll(scene)           all as seen, until the server is asked
import { sleep, waitUntil } from '../../scripts/processes.mjs';

/**
 * @typedef {import('./moments.mjs').Scene} Scene
 * @param {Pick<Scene, 'life' | 'desk'>} scene
 */
export async function pollNow({ life, desk }) {
  let asked = false;
  void life.event(isList).then(() => (asked = true));
  // A click on a menu that is drawn anew in that moment is lost, here as with a mouse.
  await waitUntil(
    async () => {
      await desk.choose('Poll now', 3000);
      return waitUntil(() => asked, 400, 'a request').catch(() => false);
    },
    15_000,
    'Poll now',
  );
}

/**
 * @param {Scene} scene
 * @param {'default' | 'seen'} [act] the bubble itself or its button; only a click on it can be taken back, in the window
 */
export async function clickOne({ run, life, desk, random }, act = random.pick(['default', 'seen'])) {
  const { story, bubbles } = life;
  await run.said(/first sync done/, 20_000);
  const [arrival] = await story.arriveUrgent();
  const { id, title } = /** @type {import('./story.mjs').Arrival} */ (arrival);
  await pollNow({ life, desk });
  const own = () => bubbles().find(({ summary }) => title.test(summary));
  const bubble = await waitUntil(own, 5000, 'its bubble');
  // The tray lists what is unseen: "14:02  Major · Task 7 failed".
  const isListed = async () =>
    (await labels(desk)).some((label) => title.test(label.replace(/^\S+ {2}(?:\p{L}+ · )?/u, '')));
  await waitUntil(isListed, 5000, 'its entry in the tray');
  story.mark(id, 'perhaps');
  desk.notes.action(bubble.id, act);
  return { id, isListed };
}

/** @param {Scene} scene @param {'default' | 'seen'} [act] */
export async function markOne(scene, act) {
  const { id, isListed } = await clickOne(scene, act);
  // The tray no longer lists it: from here on the app has said that it is seen.
  await waitUntil(async () => !(await isListed()), 10_000, 'the mark');
  scene.life.story.mark(id, 'made');
  return id;
}

/** @param {Scene['desk']} desk */
const labels = async ({ tray }) => (await tray.menu()).map(({ label = '' }) => label);

/**
 * @param {Scene} scene
 * @param {number} id
 */
export async function takeBack({ run, desk, life: { story } }, id) {
  story.mark(id, 'perhaps');
  // The click on the bubble brought the window; the key is pressed until it is there to hear it.
  await waitUntil(
    async () => {
      await desk.press('u');
      await sleep(100);
      return run.lines.some((line) => / mark taken back/.test(line));
    },
    10_000,
    'Undo',
  );
  story.mark(id, 'taken back');
}

/** @param {Scene} scene */
export async function markAll({ run, desk, life }) {
  await run.said(/first sync done/, 20_000);
  const unseen = (await life.rows()).filter(({ seen }) => !seen).map(({ id }) => id);
  let asked = false;
  void life.event(isMarkAll).then(() => (asked = true));
  await waitUntil(
    async () => {
      // It looks at the server first; its button is the last one of the question, and there once it has the number.
      const looks = life.event(isList);
      await desk.choose('Mark all as seen…', 3000);
      await Promise.race([looks, sleep(1000)]);
      await sleep(200);
      await desk.press('shift+Tab', 'Return');
      await sleep(200);
      return asked;
    },
    15_000,
    'mark all',
  );
  life.story.markAll(unseen);
}

/** @param {import('./life.mjs').ServerEvent} event */
export const isList = ({ event, method, path = '' }) =>
  event === 'request' && method === 'GET' && path.endsWith('/notifications/');
/** @param {import('./life.mjs').ServerEvent} event */
const isMarkAll = ({ event, method, path }) =>
  event === 'request' && method === 'POST' && /mark_seen/.test(path ?? '');
