// The states of a tenant's page, for npm run screens: changed, decided, cut, taken back, side by side, applied to another.
import { join } from 'node:path';
import { drawn, goTo } from './stage.mjs';

const old = 'https://outlook.office.com/webhook/0a1b@2c/IncomingWebhook/3d/9a1c';
const mine = 'https://default0a.1b.environment.api.powerplatform.com/powerautomate/x/invoke?sig=Ab-d41d';

/**
 * @typedef {Awaited<ReturnType<typeof import('./stage.mjs').openStage>>} Stage
 * @param {Stage} stage
 * @param {{ look: import('./stage.mjs').Look & { name: string }, other: Stage['server'], folder: string }} options
 */
export async function shootTenant(stage, { look, other, folder }) {
  const { control } = stage.server;
  const { baseUrl, tenantToken: token } = other;
  const vega = { kind: 'tenant', name: 'Vega Ltd', baseUrl, scheme: 'Bearer', token };
  const start = {
    emailOnComplete: true,
    emailOnFail: true,
    teamsWebhookUrl: old,
    teamsOnComplete: false,
    smsOnFail: true,
    smsWebhook: old, // a field that nobody knows, and a secret
  };
  await control('POST', 'settings', { change: start, cutUrl: null });
  const { page, close } = await stage.launch({ ...look, more: [vega] });
  const press = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name }).first().click();
  const shoot = async (/** @type {string} */ name) => {
    await drawn(page);
    await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
  };
  await goTo(page, /^Orion/);
  await page.getByRole('switch').nth(1).click();
  await shoot('tenant-flag');
  await press(/^Turn all|^Wyłącz wszystkie/);
  await press(/^Change$|^Zmień$/);
  await page.keyboard.insertText(mine);
  await shoot('tenant-changed');
  await control('POST', 'settings', { change: { teamsWebhookUrl: old.replace('9a1c', 'beef') }, cutUrl: 60 });
  await press(/^Save 3|^Zapisz 3/);
  await page.getByRole('radiogroup').waitFor();
  await shoot('tenant-conflict');
  await press(/^Save my|^Zapisz mój/);
  await page.getByRole('button', { name: /^Put the old|^Przywróć/ }).waitFor();
  await shoot('tenant-cut');
  await control('POST', 'settings', { cutUrl: null });
  await press(/^Put the old|^Przywróć/);
  await shoot('tenant-back');
  await press(/^Save 1|^Zapisz 1/);
  await press(/^Side by side|^Obok/);
  await page.getByRole('table').getByText('beef').waitFor();
  await shoot('tenants');
  await goTo(page, /^Orion/);
  await press(/^Apply|^Zastosuj/);
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Vega Ltd' }).click();
  await shoot('tenants-apply');
  if (look.name === 'pl') {
    await page.keyboard.press('Escape');
    await goTo(page, /^Lab Warsaw/);
    await shoot('account');
    await goTo(page, /^Połącz/);
    await shoot('connect');
  }
  await close();
}
