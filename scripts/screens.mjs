// npm run screens [-- --only LOOK]: every page of the window in light, dark and narrow, in Polish (pl) and in other sizes
// (sizes), into out/screens/; --only, once or more, makes those alone.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions } from './options.mjs';
import { giveUp, repoRoot, say } from './processes.mjs';
import { shootAllSeen, shootSizes } from './screens-sizes.mjs';
import { shootTenant } from './screens-tenant.mjs';
import { drawn, goTo, openStage } from './stage.mjs';
import { drawTraySheet } from './tray-sheet.mjs';

const folder = join(repoRoot, 'out', 'screens');
mkdirSync(folder, { recursive: true });

/** @type {readonly (readonly [name: string, place: RegExp])[]} */
const PLACES = [
  ['inbox', /^Inbox/],
  ['critical', /^Critical/],
  ['all', /^All/],
  ['account', /^Lab Warsaw/],
  ['tenant', /^Orion/],
  ['preferences', /^Preferences/],
  ['connect', /^Connect/],
];
const LOOKS = /** @type {const} */ ([
  { name: 'light', theme: 'light', size: [1100, 720] },
  { name: 'dark', theme: 'dark', size: [1100, 720] },
  { name: 'narrow', theme: 'dark', size: [420, 720] },
]);

const { values } = readOptions({ options: { only: { type: 'string', multiple: true } } });
const names = [...LOOKS.map(({ name }) => name), 'pl', 'sizes'];
const strange = values.only?.find((one) => !names.includes(one));
if (strange !== undefined) giveUp(`There is no look “${strange}”. Next step: one of ${names.join(', ')}.`);
const isWanted = (/** @type {string} */ name) => values.only?.includes(name) ?? true;

/**
 * The alert rules, changed and not saved.
 * @param {import('playwright-core').Page} page
 * @param {(name: string) => Promise<unknown>} shoot
 */
async function alertRules(page, shoot) {
  await goTo(page, /^Preferences/);
  await page.getByRole('button', { name: 'Another rule for a level of Agent offline' }).click();
  await page.getByRole('menuitem', { name: 'Level Critical' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'Text of rule 1' }).fill('agent:4');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add quiet hours' }).click();
  await page.getByRole('button', { name: 'Silence', exact: true }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('list', { name: 'The way of the test alert' }).waitFor();
  await page.getByText(/^What became of/).waitFor();
  for (const id of ['toasts', 'text-rules', 'quiet-hours', 'preview', 'silences', 'test-alert']) {
    await page.locator(`[data-setting="${id}"]`).scrollIntoViewIfNeeded();
    await shoot(`alerts-${id}`);
  }
}

await drawTraySheet(join(folder, 'tray.png'));
const stage = await openStage();
try {
  const other = await stage.startServer('6');
  for (const look of LOOKS.filter(({ name }) => isWanted(name))) {
    const { page, close } = await stage.launch(look);
    const shoot = (/** @type {string} */ name) =>
      page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
    for (const [name, place] of PLACES) {
      await goTo(page, place);
      await shoot(name);
    }
    await shootDays(page, shoot);
    await alertRules(page, shoot);
    await goTo(page, /^Preferences/);
    await page.getByRole('group', { name: 'Sounds', exact: true }).evaluate((one) => one.scrollIntoView());
    await shoot('preferences-sounds');
    await page.getByRole('textbox', { name: 'Number', exact: true }).fill('4');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Gdańsk uplink');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Forget Gdańsk uplink' }).waitFor();
    await page.getByRole('heading', { name: 'Severities' }).evaluate((one) => one.scrollIntoView());
    await shoot('preferences-severities');
    await page.getByRole('button', { name: 'Reset all' }).scrollIntoViewIfNeeded();
    await shoot('preferences-all');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('names');
    await page.getByRole('button', { name: /^Reset “/ }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await shoot('preferences-search');
    await shootAccounts(page, shoot);
    await goTo(page, /^Inbox/);
    await page.getByRole('option').first().click();
    await page.getByText('As the server sent it').waitFor();
    await page.getByRole('button', { name: /^Silence/ }).waitFor();
    await shoot('detail');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await shoot('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await shoot('snooze');
    await page.keyboard.press('5');
    await page.getByRole('textbox', { name: 'Time' }).fill('9:3');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await shoot('snooze-time');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('2');
    await page.getByText(/^Snoozed until/).waitFor();
    await goTo(page, /^Snoozed/);
    await page.getByRole('option').first().click();
    await page.getByText('As the server sent it').waitFor();
    await shoot('snoozed');
    await page.getByRole('button', { name: 'More actions' }).click();
    await drawn(page);
    await shoot('menu');
    await page.getByRole('menuitem', { name: /30 minutes/ }).click();
    await page.getByText(/^Alerts paused until/).waitFor();
    await drawn(page);
    await shoot('paused');
    await close();
    const first = await stage.launch({ ...look, empty: true });
    await drawn(first.page);
    await first.page.screenshot({ path: join(folder, `welcome-${look.name}.png`) });
    await first.close();
    await shootTenant(stage, { look, other, folder });
    say(`${look.name}: done`);
  }
  const polish = { ...LOOKS[0], name: 'pl', language: 'pl' };
  if (isWanted('pl')) {
    await shootPolish(polish);
    await shootTenant(stage, { look: polish, other, folder });
  }
  if (isWanted('sizes')) {
    await shootSizes(stage, folder);
    await shootAllSeen(stage, folder);
  }
  say(values.only ? `${values.only.join(', ')}: in out/screens` : 'every page is in out/screens');
} finally {
  await stage.close();
}

/**
 * What failed on some days: chosen in the panel, and the list of it.
 * @param {import('playwright-core').Page} page
 * @param {(name: string) => Promise<unknown>} shoot
 */
async function shootDays(page, shoot) {
  await goTo(page, /^All/);
  await page.keyboard.press('/');
  await page.keyboard.type('type:failed on:yesterday ');
  await drawn(page);
  await shoot('days');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Day' }).click();
  await page.getByRole('option', { name: 'From … to …' }).click();
  await drawn(page);
  await shoot('filters');
  await page.keyboard.press('Escape');
}

/**
 * Connecting with the wrong scheme, and what can be done with an account.
 * @param {import('playwright-core').Page} page
 * @param {(name: string) => Promise<unknown>} shoot
 */
async function shootAccounts(page, shoot) {
  await goTo(page, /^Connect/);
  await page.getByLabel('Address').fill(stage.server.baseUrl);
  await page
    .getByLabel('Token', { exact: true })
    .and(page.locator('[type=password]'))
    .fill(stage.server.token);
  await page.getByRole('radio', { name: 'Header…' }).check({ force: true });
  await page.getByLabel('Header name').fill('X-API-Key');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText('works.').waitFor();
  await shoot('connect-tested');
  await goTo(page, /^Lab Warsaw/);
  await page.getByRole('button', { name: 'Remove this account…' }).click();
  await page.getByRole('dialog').waitFor();
  await drawn(page);
  await shoot('account-remove');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Edit…' }).click();
  await page.getByLabel('Short name').fill('WAW');
  await page.getByRole('radio', { name: 'Purple' }).check({ force: true });
  await page.getByRole('radio', { name: 'Header…' }).check({ force: true });
  await shoot('account-edit');
  await page.getByRole('radio', { name: 'Token' }).check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Pause watching' }).click();
  await page.getByRole('button', { name: 'Resume watching' }).waitFor();
  await shoot('account-paused');
  await page.getByRole('button', { name: 'Resume watching' }).click();
}

/**
 * The longest sentences there are: alerts and sounds, and where nothing is unseen, wide and narrow.
 * @param {import('./stage.mjs').Look & { name: string }} look
 */
async function shootPolish(look) {
  for (const [width, name] of /** @type {const} */ ([
    [1100, look.name],
    [420, `${look.name}-narrow`],
  ])) {
    const { page, close } = await stage.launch({ ...look, size: [width, 720] });
    const shoot = (/** @type {string} */ what) =>
      page.screenshot({ path: join(folder, `${what}-${name}.png`) });
    await goTo(page, /^Ustawienia/);
    for (const id of ['toasts', 'flapping', 'quiet-hours', 'silences', 'test-alert', 'sounds']) {
      await page.locator(`[data-setting="${id}"]`).evaluate((one) => one.scrollIntoView());
      await drawn(page);
      await shoot(`alerts-${id}`);
    }
    await goTo(page, /^Lab Warsaw/);
    await shoot('account');
    await goTo(page, /^Skrzynka/);
    await shoot('inbox');
    await page.getByRole('option').first().click();
    await page.getByText('Tak przysłał to serwer').waitFor();
    await page.getByRole('button', { name: /^Wycisz/ }).waitFor();
    await drawn(page);
    await shoot('detail');
    await close();
  }
}
