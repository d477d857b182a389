import { isRecord, parseJson } from '../../src-shared/json';
import { withoutForms, type SecretForm } from '../../src-shared/secret-forms';

// What a server says when it refuses: its words go to the window and into the log.

/** A body as JSON; `undefined`: it is none. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/**
 * A server, or a proxy, may repeat the token in its refusal, encoded or cut too. Taken out of what was parsed, as JSON
 * escapes letters as it likes, names included; and before anything is cut, as of a token that is cut too little may be left.
 */
export function withoutSecrets(value: unknown, forms: readonly SecretForm[]): unknown {
  if (typeof value === 'string') return withoutForms(value, forms);
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, forms));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [withoutForms(name, forms), withoutSecrets(one, forms)]),
  );
}

/** `{"detail": "…"}` of DRF, `{"field": ["…"]}`, or nothing: a web page is not quoted. */
export function serverWords(value: unknown): string | undefined {
  if (typeof value === 'string') return cut(value);
  if (!isRecord(value)) return undefined;
  if (typeof value['detail'] === 'string') return cut(value['detail']);
  const [field, messages] = Object.entries(value)[0] ?? [];
  const first: unknown = Array.isArray(messages) ? messages[0] : messages;
  return field !== undefined && typeof first === 'string' ? cut(`${field}: ${first}`) : undefined;
}

export const cut = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);
