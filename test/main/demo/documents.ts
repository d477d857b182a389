import { readFileSync } from 'node:fs';

/** The two documents as their vendors give them, word for word; mended here and nowhere else. */
const read = (name: string) => readFileSync(new URL(`./documents/${name}`, import.meta.url), 'utf8');

export const inboxDocument = read('notifications-api.pl.txt');
export const settingsDocument = read('settings-api.ro.txt');

/** Every `{ … }` that begins a line and whose end does too, in order. */
function blocks(text: string): readonly string[] {
  return [...text.matchAll(/^\{$[\s\S]*?^\}$/gm)].map((match) => match[0]);
}

/** Mends what is wrong in the Polish document: a comma after the last list item, and `$host_url` for a host. */
function mend(text: string, host: string): string {
  return text.replace(/,(\s*\])/g, '$1').replaceAll('$host_url', host);
}

export const inboxBlocks = (host: string): readonly unknown[] =>
  blocks(inboxDocument).map((text) => JSON.parse(mend(text, host)) as unknown);

export const settingsBlocks: readonly unknown[] = blocks(settingsDocument).map(
  (text) => JSON.parse(text) as unknown,
);

/** Every address with a query in the Polish document, as it stands there. */
export const inboxQueries: readonly string[] = [
  ...inboxDocument.matchAll(/: (\/api\/user\/notifications\/\?\S+?)\.?$/gm),
  ...inboxDocument.matchAll(/• (\/api\/user\/notifications\/\?\S+)/g),
].map((match) => match[1]!);

interface Curl {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Every `curl` command of the Romanian document. */
export const curls: readonly Curl[] = [
  ...settingsDocument.matchAll(/^curl (?:-X (\w+) )?(https:\S+)((?: \\\n {2}-[Hd] (?:"[^"]*"|'[^']*'))*)/gm),
].map((match) => {
  const headers = [...match[3]!.matchAll(/-H "([^:]+): ([^"]*)"/g)].map((header) => [header[1]!, header[2]!]);
  return {
    method: match[1] ?? 'GET',
    url: match[2]!,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: /-d '([^']*)'/.exec(match[3]!)?.[1],
  };
});
