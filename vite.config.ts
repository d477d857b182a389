import react from '@vitejs/plugin-react';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { asciiScripts } from './scripts/build/ascii.ts';
import { electronDev } from './scripts/dev/electron-dev.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** What stays a real import at run time: the runtime's own modules and native add-ons. */
const external = ['electron', '@photostructure/sqlite'];

/** electron-store brings a schema compiler along, which we give no schema: 250 kB that main would read and keep. */
const withoutSchemas = [
  { find: /^ajv(-formats|\/dist\/2020\.js)$/, replacement: at('src-main/electron/files/no-schemas.ts') },
];
/** The D-Bus library reads and writes XML, by 44 files of 400 kB in all; what main needs of it is a fifth. */
const withoutXml = [
  { find: /^xml2js$/, replacement: at('src-main/electron/desktop/no-xml.ts') },
  { find: /^(jsbi|event-stream|x11)$/, replacement: at('src-main/electron/desktop/no-other-ways.ts') },
];

/** The private desktops of an e2e run (scripts/test-e2e.mjs), one for each file that runs at the same time. */
const desktops = JSON.parse(process.env['TOCSIN_DESKTOPS'] ?? '[]') as readonly unknown[];

/** One file, three environments: the window, main (with the database thread and the demo server), the preload. */
export default defineConfig(({ mode }) => ({
  root: at('src-renderer'),
  cacheDir: at('node_modules/.vite'),
  plugins: [react(), electronDev(), asciiScripts()],
  resolve: { alias: [...withoutSchemas, ...withoutXml] },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        target: 'chrome130',
        assetsInlineLimit: 0, // the policy has no data: for scripts, styles and fonts
        modulePreload: { polyfill: false },
        // What the first page needs is one script and one style sheet: each file more is a way through main, which has
        // enough to do while the window opens.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } },
        },
      },
    },
    main: {
      consumer: 'server',
      resolve: { external, noExternal: true },
      define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
      build: {
        outDir: at('dist/main'),
        target: 'node20',
        sourcemap: true,
        rolldownOptions: {
          input: {
            main: at('src-main/main.ts'),
            'store-thread': at('src-main/store/thread.ts'),
            'demo-server': at('src-main/demo/cli.ts'),
          },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            // Comments and blanks are read at each start, too; names stay, for the log.
            minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { external: ['electron'], noExternal: true },
      build: {
        outDir: at('dist/preload'),
        target: 'chrome130',
        rolldownOptions: {
          input: { index: at('src-main/preload.ts') },
          // A sandboxed preload is one CommonJS file.
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  build: { emptyOutDir: true },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((one) => builder.build(one)));
    },
  },
  test: {
    // Vitest's own choice leaves one processor to the person, who has two.
    maxWorkers: availableParallelism(),
    projects: [
      project('core', 'node', ['test/{shared,main,model,crash}/**/*.test.ts'], { testTimeout: 60_000 }),
      project('window', 'happy-dom', ['test/renderer/**/*.test.tsx'], { testTimeout: 20_000 }),
      project('e2e', 'node', ['test/e2e/**/*.test.ts'], {
        maxWorkers: desktops.length || 1,
        sequence: { groupOrder: 1 },
        setupFiles: [at('test/e2e/support/own-desktop.ts')],
        testTimeout: 60_000,
        hookTimeout: 120_000,
      }),
    ],
  },
}));

function project(name: string, environment: string, include: string[], more: object = {}) {
  return { extends: true as const, test: { name, root: import.meta.dirname, environment, include, ...more } };
}
