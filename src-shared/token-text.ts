import type { Scheme } from './account';

/** What a server's page or a curl command shows, and a person copies whole. */
export interface TokenText {
  readonly token: string;
  /** The word that stood before it; `undefined`: none, so what was pasted is the token. */
  readonly scheme?: Exclude<Scheme, 'Header'>;
}

const SCHEMES = { token: 'Token', bearer: 'Bearer', jwt: 'JWT' } as const;
const WHOLE = /^(?:-H\s+)?["']?(?:authorization\s*:\s*)?(token|bearer|jwt)\s+([^\s"']+)["']?$/i;

/**
 * "Token abc", "Bearer abc", "Authorization: Token abc", with or without curl's `-H` and quotes → the word and the
 * token apart: sent whole it would be "Authorization: Token Token abc". No token holds a blank, so nothing else is meant.
 */
export function readTokenText(text: string): TokenText {
  const [, word = '', token = ''] = WHOLE.exec(text.trim()) ?? [];
  if (token === '') return { token: text };
  return { token, scheme: SCHEMES[word.toLowerCase() as keyof typeof SCHEMES] };
}
