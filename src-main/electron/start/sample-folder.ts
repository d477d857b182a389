import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { toFailure } from '../../../src-shared/app-error';
import type { Log } from '../../core/ports';
import type { SampleServer, StartSample } from '../../core/inbox/sample';

const PREFIX = 'sample-';

/** The embedded server, as far as this needs it; loaded only when somebody explores. */
type LoadServer = () => Promise<{
  createDemoServer(options: { seed: number; live: boolean }): {
    start(): Promise<{ baseUrl: string; token: string; tenantToken: string }>;
    stop(): Promise<void>;
  };
}>;

/** Starts the sample server with a throw-away folder inside the profile. */
export function sampleStarter(profile: string, load: LoadServer, log: Log): StartSample {
  return async (): Promise<SampleServer> => {
    const { createDemoServer } = await load();
    const server = createDemoServer({ seed: 1, live: true });
    const { baseUrl, token, tenantToken } = await server.start();
    const folder = mkdtempSync(path.join(profile, PREFIX));
    return {
      baseUrl,
      token,
      tenantToken,
      folder,
      async stop() {
        await server.stop().catch((error: unknown) => log.event('sample', toFailure(error).detail));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
}

/** What a crash left behind. Never throws: one that is held by somebody goes another time. */
export function clearSamples(profile: string, log: Log): void {
  for (const name of readdirSync(profile))
    try {
      if (name.startsWith(PREFIX)) rmSync(path.join(profile, name), { recursive: true, force: true });
    } catch (error) {
      log.event('sample', toFailure(error).detail);
    }
}
