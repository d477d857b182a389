// The moments at which main is killed: what is done until one comes, and the kill in it.
//   toastMoments, readingMoments, ambiguousMoments  { name, before, act } each; those of marks: mark-moments.mjs
//   arrivals(setting)  what comes while nobody looks
import { watch } from 'node:fs';
import path from 'node:path';
import { sleep } from '../../scripts/processes.mjs';
import { isList, pollNow } from './person.mjs';

/**
 * @typedef {{ readonly life: import('./life.mjs').Life, readonly desk: import('./desk.mjs').Desk,
 *   readonly random: import('./random.mjs').Random, readonly many: boolean }} Setting `many`: arrivals come in storms
 * @typedef {Setting & { readonly run: import('./run-app.mjs').Run, readonly strike: () => void }} Scene
 * @typedef {{ readonly name: string, readonly before?: (setting: Setting) => Promise<unknown>,
 *   readonly act: (scene: Scene) => Promise<unknown> }} Moment
 *   `before`: while the app is not running; `act` rejects where the moment does not come
 */

const LISTS = '/notifications/';

/** They come while nobody looks. @param {Setting} setting */
export const arrivals = ({ life: { story }, random, many }) =>
  many && random.chance(0.4) ? story.storm() : story.arrive(random.int(1, 2));

/** The answer stays away long enough for the kill to come first. @param {Setting['life']} life @param {object} which */
const slow = (life, which) => life.fault({ kind: 'delay', ms: 120, ...which });

/** @type {readonly Moment[]} */
export const toastMoments = [
  {
    name: 'start',
    before: arrivals,
    act: async ({ random, strike }) => {
      await sleep(random.int(0, 900));
      strike();
    },
  },
  {
    name: 'request and answer',
    before: async (setting) => {
      await arrivals(setting);
      if (setting.random.chance(0.5)) await slow(setting.life, { times: 2, path: LISTS });
    },
    act: async ({ life, desk, random, strike }) => {
      await life.event(isList);
      for (let more = random.int(0, 2); more > 0; more -= 1) await pollNow({ life, desk });
      await sleep(random.int(0, 15));
      strike();
    },
  },
  {
    // The app asks what the service can before its first bubble: by then the rows are `showing`.
    name: 'showing, before Notify',
    before: arrivals,
    act: ({ desk, strike }) => called(desk, 'GetCapabilities', strike),
  },
  {
    name: 'Notify, before its answer',
    before: arrivals,
    act: ({ desk, strike }) => called(desk, 'Notify', strike),
  },
  {
    name: 'Notify, before shown',
    before: arrivals,
    act: async ({ desk, random, strike }) => {
      await called(desk, 'Notify', () => {});
      await sleep(random.int(0, 6));
      strike();
    },
  },
  {
    name: 'quit',
    before: arrivals,
    act: async ({ run, random, strike }) => {
      await run.said(/ watching · /, 15_000);
      run.terminate();
      await sleep(random.int(0, 60));
      strike();
    },
  },
  {
    name: 'checkpoint at the end',
    before: arrivals,
    act: async (scene) => {
      await scene.run.said(/ watching · /, 15_000);
      await inCheckpoint(scene, scene.run.terminate);
    },
  },
  {
    name: 'any time',
    before: arrivals,
    act: async ({ life, desk, random, strike }) => {
      const end = Date.now() + random.int(200, 2500);
      while (Date.now() < end) {
        await sleep(random.int(50, 400));
        if (random.chance(0.3)) await life.story.arrive(1);
        await desk.choose('Poll now', 200).catch(() => {});
      }
      strike();
    },
  },
];

/** A start that gets to its first good poll. @type {Moment} */
const watching = {
  name: 'watching again',
  act: async ({ run, strike }) => {
    await run.said(/ watching · /, 15_000);
    strike();
  },
};

/**
 * A bubble that the service has and nobody has written down, and the start after it: whatever tells it once more as a
 * bubble of its own is caught by these, one after the other. Before them a good poll: what it brings is old.
 * @type {readonly Moment[]}
 */
export const ambiguousMoments = [
  watching,
  {
    name: 'Notify of one, before its answer',
    before: ({ life: { story } }) => story.arriveAlone(),
    act: ({ desk, strike }) => called(desk, 'Notify', strike),
  },
  watching,
];

/** While the history is read for the first time. @satisfies {Readonly<Record<string, Moment>>} */
export const readingMoments = {
  reading: {
    name: 'first reading',
    before: ({ life, random }) =>
      life.fault({ kind: 'clamp-limit', limit: random.int(50, 300), times: 'all', path: LISTS }),
    act: async ({ life, random, strike }) => {
      for (let left = random.int(1, 8); left > 0; left -= 1) await life.event(isList);
      await sleep(random.int(0, 25));
      strike();
    },
  },
  checkpoint: {
    name: 'checkpoint while reading',
    act: async (scene) => {
      await scene.run.said(/ watching · /, 15_000);
      await inCheckpoint(scene, () => {});
    },
  },
};

/**
 * Only a checkpoint writes to the file itself; all else goes to the log beside it.
 * @param {Scene} scene
 * @param {() => void} then what brings one about
 */
async function inCheckpoint({ run, life, strike }, then) {
  const watcher = watch(path.join(life.profile, 'history.sqlite'), () => strike());
  then();
  await run.ended;
  watcher.close();
}

/**
 * The first such call to the notification service; `then` runs before it is answered.
 * @param {Scene['desk']} desk
 * @param {string} member
 * @param {() => void} then
 */
const called = (desk, member, then) =>
  new Promise((/** @type {(came: void) => void} */ resolve) => {
    desk.onCall((name) => {
      if (name !== member) return;
      desk.onCall(() => {});
      then();
      resolve();
    });
  });
