/** Names that mean something to the connection itself, to other programs, or to what is sent (RFC 9110, fetch's forbidden headers). */
const REFUSED = [
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'host',
  '__proto__', // an object would lose it
  'expect',
  'date',
  'origin',
  'referer',
  'range',
  'dnt',
  'cookie',
  'cookie2',
  'set-cookie',
  'set-cookie2',
  'user-agent',
  'cache-control',
  'pragma',
  'forwarded',
];
const REFUSED_PREFIXES = [
  'content-',
  'accept',
  'access-control-',
  'proxy-',
  'sec-',
  'if-',
  'x-forwarded-',
  'x-http-method',
  'x-method-override',
];

/** A token of RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,64}$/;

export type HeaderNameProblem = 'empty' | 'characters' | 'refused';

/** What is wrong with the name of a header that is to carry a token, as a person typed it; `null`: it may. */
export function headerNameProblem(text: string): HeaderNameProblem | null {
  const name = text.trim();
  if (name === '') return 'empty';
  if (!TOKEN.test(name)) return 'characters';
  const low = name.toLowerCase();
  return REFUSED.includes(low) || REFUSED_PREFIXES.some((prefix) => low.startsWith(prefix))
    ? 'refused'
    : null;
}
