import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'docs', 'sync.md'), 'utf8');
const sources = ['src-main', 'src-shared', 'test', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('sync-text'))
    .map((name) => ({ name: join(folder, name), code: readFileSync(join(root, folder, name), 'utf8') })),
);
/** Letters and digits alone: line ends, stars and quotation marks differ between a comment and a page. */
const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}<≠→−]/gu, '');
/** Comments alone, each on one line. */
const comments = (code: string): string[] =>
  Array.from(code.matchAll(/\/\*\*[^]*?\*\/|(?:\/\/.*\n\s*)+/g), ([one]) =>
    one.replace(/\n\s*(?:\*|\/\/)?/g, ' '),
  );

test('what comments name of docs/sync.md stands there', () => {
  const named = sources.flatMap(({ name, code }) =>
    Array.from(
      comments(code)
        .join('\n')
        .matchAll(/sync\.md[`)]?, ([\w -]+)/g),
      ([, what = '']) => ({ name, what }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ what }) => !plain(text).includes(plain(what)))).toEqual([]);
});

test('what comments of core/sync quote is what docs/sync.md says', () => {
  const quoted = sources
    .filter(({ name }) => name.startsWith(join('src-main', 'core', 'sync')))
    .flatMap(({ name, code }) =>
      Array.from(
        comments(code)
          .join('\n')
          .matchAll(/"([^"\n]{25,})"/g),
        ([, what = '']) => ({ name, what }),
      ),
    )
    .filter(({ what }) => what.split(' ').length >= 6);
  expect(quoted.length).toBeGreaterThan(8);
  expect(
    quoted.filter(({ what }) => !what.split('…').every((one) => plain(text).includes(plain(one)))),
  ).toEqual([]);
});

test('every file that docs/sync.md names is there', () => {
  const folders = [
    '',
    'src-main',
    'src-main/core/sync',
    'src-main/store/pages',
    'src-main/core/watching',
    'test/main',
  ];
  const paths = Array.from(text.matchAll(/`([\w/*-]+\.(?:ts|mjs))`/g), ([, path = '']) => path).filter(
    (path) => !path.includes('*'),
  );
  expect(paths.length).toBeGreaterThan(20);
  const all = sources.map(({ name }) => name);
  expect(paths.filter((path) => !folders.some((folder) => all.includes(join(folder, path))))).toEqual([]);
});
