import type { AppDeps } from '../../../../src-main/core/app-deps';
import { folder } from '../started-app';
import { started } from './started-accounts';

const SAMPLE = 'http://127.0.0.1:9';

/** Real accounts in a folder of their own, and a sample to explore: `running.servers` of them are; one waits for `after`. */
export async function startedSample(names?: readonly string[], given: Partial<AppDeps> = {}) {
  const running = { servers: 0, after: Promise.resolve() };
  const startSample = async () => {
    await running.after;
    running.servers += 1;
    return {
      baseUrl: SAMPLE,
      token: 't',
      tenantToken: 'u',
      folder: folder(),
      stop: async () => void (running.servers -= 1),
    };
  };
  const run = await started(names, folder(), { startSample, ...given });
  const { app, clock, commands, serverOf } = run;
  return {
    ...run,
    running,
    /** What it has by then is read. */
    async explore(): Promise<string> {
      serverOf(SAMPLE).add();
      const { account } = await commands.explore({});
      await clock.pass(1000);
      return account;
    },
    isExploring: (): boolean => app.accounts.all().some(({ id }) => app.accounts.isSample(id)),
  };
}
export type StartedSample = Awaited<ReturnType<typeof startedSample>>;
