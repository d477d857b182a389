/**
 * JSON text with line breaks and indents. The text is walked, not parsed: an id beyond 2^53 keeps its digits, and
 * what is no JSON stays as it is.
 */
export function prettyJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let out = '';
  let depth = 0;
  // A whole string, a bracket, a comma, a colon, or a run of anything else that is not white space.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g)) {
    if (token === '{' || token === '[') out += token + line((depth += 1));
    else if (token === '}' || token === ']') out += line((depth -= 1)) + token;
    else if (token === ',') out += token + line(depth);
    else out += token === ':' ? ': ' : token;
  }
  return out.replace(/([{[])\s+([}\]])/g, '$1$2');
}

const line = (depth: number): string => `\n${'  '.repeat(depth)}`;
