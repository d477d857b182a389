import { spawn, type ChildProcess } from 'node:child_process';
import { createBuilder, type Plugin, type ViteDevServer } from 'vite';

/**
 * `npm run dev`: the window's page from the dev server with hot reload; main and preload built on each change,
 * and Electron started anew when the last run has ended (two at once would meet at the single-instance lock).
 * `TOCSIN_DEV_COMMAND` is a JSON list: the runtime, its switches, the app's folder.
 */
export function electronDev(): Plugin {
  return {
    name: 'electron-dev',
    apply: (_, { command, mode, isPreview }) => command === 'serve' && mode !== 'test' && !isPreview,
    configureServer(server) {
      const { restart, stop } = createRunner(server);
      server.httpServer?.once('listening', () => {
        watch(server, restart).catch((error: unknown) => {
          server.config.logger.error(String(error));
          stop();
        });
      });
      process.once('exit', stop);
    },
  };
}

function createRunner(server: ViteDevServer) {
  const command = JSON.parse(process.env['TOCSIN_DEV_COMMAND'] ?? '["electron", "."]') as string[];
  let app: ChildProcess | undefined;
  let wanted = false;

  function start(): void {
    wanted = false;
    const [program = 'electron', ...switches] = command;
    const started = spawn(program, switches, {
      stdio: 'inherit',
      env: { ...process.env, DEV_SERVER_URL: server.resolvedUrls?.local[0] },
    });
    app = started;
    server.config.logger.info('electron started', { timestamp: true });
    started.on('error', (error) => server.config.logger.error(String(error)));
    started.on('exit', () => {
      app = undefined;
      if (wanted) start();
      else void server.close().then(() => process.exit()); // the person quit Tocsin
    });
  }

  return {
    restart(): void {
      if (!app) return start();
      wanted = true;
      app.kill();
    },
    stop: (): void => void app?.kill(),
  };
}

/** Builds main and preload, again at each change; the first start waits for both. */
async function watch(server: ViteDevServer, restart: () => void): Promise<void> {
  const { configFile } = server.config;
  const builder = await createBuilder({ ...(configFile && { configFile }), mode: 'development' }, null);
  const waiting = new Set(['main', 'preload']);
  let timer: NodeJS.Timeout | undefined;
  for (const name of ['main', 'preload']) {
    const environment = builder.environments[name]!;
    environment.config.build.watch = {};
    const watcher = await builder.build(environment);
    if (!('on' in watcher)) throw new Error('no watcher');
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') server.config.logger.error(String(event.error));
      if (event.code !== 'BUNDLE_END') return;
      void event.result.close();
      waiting.delete(name);
      clearTimeout(timer);
      if (waiting.size === 0) timer = setTimeout(restart, 50);
    });
  }
}
