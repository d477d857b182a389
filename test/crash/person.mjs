// What the person at the desk does, by the desktop's own ways: bubbles, the tray, keys.
//   pollNow(scene)           the tray's entry, until the server is asked
//   clickOne(scene)          a click on the bubble of something new; → { id, isListed }
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
    6000,
    'Poll now',
  );
}

/** @param {Scene} scene */
export async function clickOne({ run, life, desk }) {
  const { story, bubbles } = life;
  await run.said(/first sync done/, 8000);
  const arrival = (await story.arrive(1)).find(({ tells }) => tells);
  if (!arrival) throw new Error('nothing that is told came');
  const { id, title } = arrival;
  await pollNow({ life, desk });
  const own = () => bubbles().find(({ summary }) => title.test(summary));
  const bubble = await waitUntil(own, 2000, 'its bubble');
  // The tray lists what is unseen: "14:02  Major · Task 7 failed".
  const isListed = async () =>
    (await labels(desk)).some((label) => title.test(label.replace(/^\S+ {2}(?:\p{L}+ · )?/u, '')));
  await waitUntil(isListed, 2000, 'its entry in the tray');
  story.mark(id, 'perhaps');
  desk.notes.action(bubble.id);
  return { id, isListed };
}

/** @param {Scene} scene */
export async function markOne(scene) {
  const { id, isListed } = await clickOne(scene);
  // The tray no longer lists it: from here on the app has said that it is seen.
  await waitUntil(async () => !(await isListed()), 3000, 'the mark');
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
    5000,
    'Undo',
  );
  story.mark(id, 'taken back');
}

/** @param {Scene} scene */
export async function markAll({ run, desk, life }) {
  await run.said(/first sync done/, 8000);
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
    6000,
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
