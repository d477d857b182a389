/** Shorter ones would take ordinary words out of a text. */
const MIN_LENGTH = 6;

/** So many letters of a form's beginning are taken out too: a server may cut what it repeats. */
const BEGINNING = 10;

/** Other addresses begin alike: what is secret of a webhook comes after its host. Before an `@` there may be a password. */
const ORIGIN = /^https?:\/\/(?:[^/?#@]*[/?#])?/i;

export interface SecretForm {
  readonly text: string;
  /** So many letters of it tell that it was meant. */
  readonly beginning: number;
}

/** How a secret may stand in a text: as it is, URL-encoded, in base64 with and without its padding. None of a short one. */
export function secretForms(secret: string): readonly SecretForm[] {
  if (secret.length < MIN_LENGTH) return [];
  const [origin = ''] = ORIGIN.exec(secret) ?? [];
  return [asIs, urlEncoded, base64, unpadded].map((written) => {
    const text = written(secret);
    return { text, beginning: Math.min(written(origin).length + BEGINNING, text.length) };
  });
}

const asIs = (text: string): string => text;
const urlEncoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const unpadded = (text: string): string => base64(text).replace(/=+$/, '');

/**
 * A text without any of these forms, and without what begins as one of them does.
 * @param forms a longer one first: it may hold another
 */
export function withoutForms(text: string, forms: readonly SecretForm[], mask = '•••'): string {
  const whole = forms.reduce((left, form) => left.replaceAll(form.text, mask), text);
  return forms.reduce((left, form) => withoutBeginnings(left, form, mask), whole);
}

function withoutBeginnings(text: string, form: SecretForm, mask: string): string {
  const first = form.text.charAt(0);
  let left = '';
  let from = 0;
  let at = text.indexOf(first);
  while (at >= 0) {
    const end = endOfBeginning(text, at, form);
    if (end !== undefined) {
      left += text.slice(from, at) + mask;
      from = end;
    }
    at = text.indexOf(first, end ?? at + 1);
  }
  return left + text.slice(from);
}

/** Where that ends which stands at `at` as in the form, escaped letters among it; `undefined`: less than its beginning. */
function endOfBeginning(text: string, at: number, form: SecretForm): number | undefined {
  let end = at;
  let same = 0;
  for (; same < form.text.length; same += 1) {
    const letter = form.text.charAt(same);
    const width = text.charAt(end) === letter ? 1 : escapedWidth(text, end, letter);
    if (width === 0) break;
    end += width;
  }
  return same >= form.beginning ? end : undefined;
}

/** JSON within JSON has `\/` and `\u002B`, each library its own; and what an address may hold is escaped or not, `%2B` or `%2b`. */
const ESCAPED = /(?:\\{1,8}u00|%)([\da-f]{2})|\\{1,8}(.)/iy;

/** Letters that this one takes there, escaped; 0: it does not stand there. */
function escapedWidth(text: string, at: number, letter: string): number {
  ESCAPED.lastIndex = at;
  const [written = '', code, plain] = ESCAPED.exec(text) ?? [];
  return letter === (code === undefined ? plain : String.fromCharCode(parseInt(code, 16)))
    ? written.length
    : 0;
}
