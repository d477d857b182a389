// The moments at which main is killed while something is being marked.
//   markMoments, markAllMoment  { name, before, act } each, as in moments.mjs
import { sleep } from '../../scripts/processes.mjs';
import { arrivals } from './moments.mjs';
import { clickOne, markAll, markOne, takeBack } from './person.mjs';

/** @typedef {import('./moments.mjs').Moment} Moment */

/** @param {import('./life.mjs').ServerEvent} event */
const isPatch = ({ event, method }) => event === 'request' && method === 'PATCH';

/** @type {readonly Moment[]} */
export const markMoments = [
  {
    name: 'mark, before it is kept',
    act: async (scene) => {
      await clickOne(scene);
      await sleep(scene.random.int(0, 12));
      scene.strike();
    },
  },
  {
    name: 'mark, in its Undo',
    act: async (scene) => {
      await markOne(scene);
      if (scene.random.chance(0.4)) await markOne(scene);
      await sleep(scene.random.int(0, 60));
      scene.strike();
    },
  },
  {
    name: 'PATCH',
    act: async (scene) => {
      const { life, run, random, strike } = scene;
      for (let more = random.int(1, 3); more > 0; more -= 1) await markOne(scene);
      // Answered at once, late, or refused for now: then the mark is still to be sent.
      const refused = { kind: 'status', status: 503 };
      const fault = random.pick([undefined, { kind: 'delay', ms: 120 }, refused, refused]);
      if (fault) await life.fault({ ...fault, method: 'PATCH' });
      const sent = life.event(isPatch);
      run.terminate(); // which ends the Undo
      await sent;
      await sleep(random.int(0, 4));
      strike();
    },
  },
  {
    name: 'PATCH of its own accord',
    act: async (scene) => {
      const { life, random, strike } = scene;
      await life.fault({ kind: 'delay', ms: 120, method: 'PATCH' });
      const sent = life.event(isPatch);
      await markOne(scene);
      await sent; // its Undo ends after 8 s
      await sleep(random.int(0, 4));
      strike();
    },
  },
  {
    name: 'Undo taken',
    act: async (scene) => {
      await takeBack(scene, await markOne(scene, 'default'));
      await sleep(scene.random.int(0, 30));
      scene.strike();
    },
  },
];

/** Hides what became of single marks: nothing but the first or the last of a life. @type {Moment} */
export const markAllMoment = {
  name: 'mark all',
  before: arrivals,
  act: async (scene) => {
    const { life, random, strike } = scene;
    if (random.chance(0.5)) await markOne(scene);
    const fault = random.pick([
      { kind: 'delay', ms: 150 },
      { kind: 'status', status: 503 },
      { kind: 'lost-answer', ms: 30 },
    ]);
    await life.fault({ ...fault, method: 'POST', path: 'mark_seen' });
    await markAll(scene);
    await sleep(random.int(0, 30));
    strike();
  },
};
