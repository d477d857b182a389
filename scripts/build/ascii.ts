import type { Plugin } from 'vite';

/**
 * Scripts in ASCII. One letter outside Latin-1 (“ż”, “→”, “’”) makes V8 keep the whole text of a script with two bytes a
 * letter, for as long as the script lives: main and the inbox's page have 400 kB of it each.
 */
export function asciiScripts(): Plugin {
  return {
    name: 'ascii-scripts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inAscii(file.code);
      },
    },
  };
}

/**
 * The same script with `\uXXXX` for each unit outside ASCII. It means the same in strings, templates, names and patterns (a
 * pair of surrogates too: `u` puts it together again); not in `String.raw`, which nothing shipped uses.
 * @param code of a script
 */
export const inAscii = (code: string): string =>
  code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes: string, unit: string) => {
    // `\→` in a pattern or a text is the letter itself: its slash goes, or it would be `\\u2192`.
    const before = slashes.length % 2 ? slashes.slice(1) : slashes;
    return `${before}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
