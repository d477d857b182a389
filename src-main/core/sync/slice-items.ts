/**
 * Cuts the text of a list answer into the texts of its items, without parsing them: each row keeps its raw
 * text exactly as the server sent it (numbers beyond 2^53 included), one item that cannot be read costs
 * nothing but itself, and nesting of any depth costs no stack.
 *
 * @returns `undefined` where the text is no JSON object with a `results` array.
 */
export function sliceItems(
  text: string,
): { readonly items: readonly string[]; readonly rest: string } | undefined {
  let at = space(text, 0);
  if (text[at] !== '{') return undefined;
  at = space(text, at + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    const key = text.slice(at + 1, keyEnd - 1);
    at = space(text, keyEnd);
    if (text[at] !== ':') return undefined;
    at = space(text, at + 1);
    if (key === 'results' && text[at] === '[') {
      const cut = elements(text, at);
      return cut && { items: cut.items, rest: `${text.slice(0, at)}[]${text.slice(cut.end)}` };
    }
    at = space(text, valueEnd(text, at));
    if (text[at] !== ',') return undefined;
    at = space(text, at + 1);
  }
  return undefined;
}

function elements(text: string, open: number): { items: string[]; end: number } | undefined {
  const items: string[] = [];
  let at = space(text, open + 1);
  if (text[at] === ']') return { items, end: at + 1 };
  for (;;) {
    const end = valueEnd(text, at);
    if (end <= at) return undefined;
    items.push(text.slice(at, end));
    at = space(text, end);
    if (text[at] === ']') return { items, end: at + 1 };
    if (text[at] !== ',') return undefined;
    at = space(text, at + 1);
  }
}

function space(text: string, at: number): number {
  let i = at;
  for (let c = text.charCodeAt(i); c === 32 || c === 10 || c === 13 || c === 9;) c = text.charCodeAt(++i);
  return i;
}

/** Just past the closing quote; the text's end where there is none. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = quote;
    while (text.charCodeAt(slashes - 1) === 92) slashes -= 1;
    if ((quote - slashes) % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** Just past a value: brackets are counted, strings are skipped. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length;) {
    const c = text.charCodeAt(at);
    if (c === 34) {
      at = stringEnd(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (c === 123 || c === 91) depth += 1;
    else if (c === 125 || c === 93) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (c === 44 || c === 32 || c === 10 || c === 13 || c === 9)) return at;
    at += 1;
  }
  return text.length;
}
