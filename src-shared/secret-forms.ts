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

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
