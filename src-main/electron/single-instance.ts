import type { App } from 'electron';
import * as v from 'valibot';

/**
 * What a second start asks of the first. Its argv arrives rewritten by Chromium, so it is said here
 * (desktop.md, second instance).
 */
export const Start = v.variant('kind', [
  v.strictObject({ kind: v.literal('show') }),
  /** Answer on this socket or pipe, see `status.ts`. */
  v.strictObject({
    kind: v.literal('status'),
    path: v.pipe(v.string(), v.maxLength(200)),
    nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  }),
  /** `file`: absolute. */
  v.strictObject({ kind: v.literal('provision'), file: v.pipe(v.string(), v.maxLength(4096)) }),
  v.strictObject({ kind: v.literal('link'), url: v.pipe(v.string(), v.maxLength(2048)) }),
]);
export type Start = v.InferOutput<typeof Start>;

/** @returns whether this is the first of this profile; `start` has been handed to the first otherwise */
export const takeLock = (app: Pick<App, 'requestSingleInstanceLock'>, start: Start): boolean =>
  app.requestSingleInstanceLock({ ...start });

/** Calls back for each later start; one that says nothing we know (an older version's) just shows the window. */
export function onSecondStart(app: Pick<App, 'on'>, listener: (start: Start) => void): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const parsed = v.safeParse(Start, data);
    listener(parsed.success ? parsed.output : { kind: 'show' });
  });
}
