import { expect, test } from 'vitest';
import { startDesk, type RequestLog } from './support/desk';
import { run, statusOf } from './support/run-to-end';

test('a link reaches the running app, shows what it names, and changes nothing', async () => {
  const { control, launch, said } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await app.app.firstWindow();
  const { id } = await control<{ id: number }>('POST', 'arrive', {
    type: 3,
    additional_data: { task_id: 77 },
  });
  const account = (await statusOf(app.profile)).accounts[0]!.id;
  await control('DELETE', 'requests');

  // Not polled yet: the server is asked for this one.
  expect((await run(`--user-data-dir=${app.profile}`, `tocsin://notification/${account}/${id}`)).code).toBe(
    0,
  );
  await page.getByRole('heading', { name: 'Task 77 failed' }).waitFor({ timeout: 10_000 });

  await run(`--user-data-dir=${app.profile}`, 'tocsin://inbox?type=offline&seen=yes');
  await page.getByText('type:').first().waitFor({ timeout: 10_000 });

  const refused = [
    'tocsin://mark/all',
    `tocsin://notification/${account}/${id}?seen=true`,
    'tocsin://inbox?x=1',
    'tocsin:javascript:alert(1)',
  ];
  for (const link of refused) await run(`--user-data-dir=${app.profile}`, link);
  await said(app, /(link refused[^]*){4}/);
  const { requests } = await control<RequestLog>('GET', 'requests');
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
