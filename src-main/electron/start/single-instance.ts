import type { App } from 'electron';
import * as v from 'valibot';
import { inTurn } from './start-turn';

/** A socket or pipe of another start (`private-place.ts`). */
const place = {
  path: v.pipe(v.string(), v.maxLength(200)),
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
};

/** Bytes; Chromium carries 32 kB from one start to another, all in all. In memory alone: it may hold tokens. */
export const MAX_HANDED = 8192;

/**
 * What a second start asks of the first. Its argv arrives rewritten by Chromium, so it is said here
 * (desktop.md, second instance).
 */
export const Start = v.variant('kind', [
  v.strictObject({ kind: v.literal('show') }),
  /** Answer on this socket or pipe, see `status.ts`. */
  v.strictObject({ kind: v.literal('status'), ...place }),
  /** `file`: absolute. `text`: what it holds, since whoever wrote it may delete it at once; `at`: a longer one is fetched there. */
  v.strictObject({
    kind: v.literal('provision'),
    file: v.pipe(v.string(), v.maxLength(4096)),
    text: v.optional(v.pipe(v.string(), v.maxLength(MAX_HANDED))),
    at: v.optional(v.strictObject(place)),
  }),
  v.strictObject({ kind: v.literal('link'), url: v.pipe(v.string(), v.maxLength(2048)) }),
]);
export type Start = v.InferOutput<typeof Start>;

type LockApp = Pick<App, 'requestSingleInstanceLock' | 'releaseSingleInstanceLock'>;

/**
 * @param folder userData
 * @returns whether this is the first of this profile; `start` has been handed to the first otherwise
 */
export const takeLock = (app: LockApp, folder: string, start: Start): boolean =>
  inTurn(folder, () => app.requestSingleInstanceLock({ ...start }));

/** @returns whether there is a first, which has been handed `start`; the lock is free again otherwise */
export const tellFirst = (app: LockApp, folder: string, start: Start): boolean =>
  inTurn(folder, () => {
    const nobody = app.requestSingleInstanceLock({ ...start });
    if (nobody) app.releaseSingleInstanceLock();
    return !nobody;
  });

/**
 * Hears later starts from now on: the first one's own start takes a while, and what was asked of it meanwhile waits for
 * its listener. One that says nothing we know (an older version's) just shows the window.
 * @returns gives them, also those that came already, to its listener
 */
export function hearLaterStarts(app: Pick<App, 'on'>): (listener: (start: Start) => void) => void {
  const waiting: Start[] = [];
  let tell = (start: Start): void => void waiting.push(start);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const parsed = v.safeParse(Start, data);
    tell(parsed.success ? parsed.output : { kind: 'show' });
  });
  return (listener) => {
    tell = listener;
    for (const start of waiting.splice(0)) listener(start);
  };
}
