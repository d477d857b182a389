/**
 * What runs before each file of these tests: the first thing that a worker does is to move to a private desktop of its
 * own, so that files that run at the same time share no screen, no bus and no keyring. Without the list, as in a run by
 * hand inside one session, it stays where it is.
 */
const desktops = JSON.parse(process.env['TOCSIN_DESKTOPS'] ?? '[]') as readonly NodeJS.ProcessEnv[];
const worker = Number(process.env['VITEST_POOL_ID']);
Object.assign(process.env, desktops[worker - 1]);
