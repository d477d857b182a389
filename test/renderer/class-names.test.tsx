import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Style sheets come with their page and stay: what one page says of a class would hold on every page after it.
test('no class has its own rule in two style sheets', () => {
  const homes = new Map<string, Set<string>>();
  for (const file of readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.css')) continue;
    const text = readFileSync(`src-renderer/${file}`, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    for (const [, selectors = ''] of text.matchAll(/([^{}]+)\{/g))
      for (const one of selectors.split(',')) {
        const name = /^\.([\w-]+)$/.exec(one.trim())?.[1];
        if (name !== undefined) homes.set(name, (homes.get(name) ?? new Set()).add(file));
      }
  }
  expect(homes.size).toBeGreaterThan(100);
  expect([...homes].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual(
    [],
  );
});
