/** Shorter ones would take ordinary words out of a text. */
const MIN_LENGTH = 6;

/** How a secret may stand in a text: as it is, URL-encoded, in base64 with and without its padding. None of a short one. */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < MIN_LENGTH) return [];
  const encoded = base64(secret);
  return [
    secret,
    encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')),
    encoded,
    encoded.replace(/=+$/, ''),
  ];
}

/** So many letters of a form's beginning are taken out too: a server may cut what it repeats. */
const BEGINNING = 10;

/**
 * A text without any of these forms, and without what begins as one of them does.
 * @param forms a longer one first: it may hold another
 */
export function withoutForms(text: string, forms: readonly string[], mask = '•••'): string {
  const whole = forms.reduce((left, form) => left.replaceAll(form, mask), text);
  return forms.reduce((left, form) => withoutBeginnings(left, form, mask), whole);
}

function withoutBeginnings(text: string, form: string, mask: string): string {
  const beginning = form.slice(0, BEGINNING);
  let left = '';
  let from = 0;
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, from)) {
    let { length } = beginning;
    while (length < form.length && text[at + length] === form[length]) length += 1;
    left += text.slice(from, at) + mask;
    from = at + length;
  }
  return left + text.slice(from);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
