/** Shorter ones would take ordinary words out of the log. */
const MIN_LENGTH = 6;
const MASK = '•••';

/**
 * Takes every known secret out of a text, by value: as it is, URL-encoded and in base64 (security.md, Secrets);
 * and by key, for secrets that nobody has told us yet.
 */
export function createRedact() {
  const forms = new Set<string>();
  let ordered: readonly string[] = [];

  function known(secret: string): void {
    if (secret.length < MIN_LENGTH) return;
    for (const form of [
      secret,
      encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd')),
      base64(secret),
      base64(secret).replace(/=+$/, ''),
    ])
      forms.add(form);
    // A secret that holds another goes first.
    ordered = [...forms].toSorted((a, b) => b.length - a.length);
  }

  function redact(text: string): string {
    const byValue = ordered.reduce((left, form) => left.replaceAll(form, MASK), text);
    return byValue
      .replace(/\b(token|bearer|jwt|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${MASK}`)
      .replace(/([?&](?:sig|token|key|code|access_token)=)[^&\s"']+/gi, `$1${MASK}`)
      .replace(/("(?:token|authorization|teamsWebhookUrl)"\s*:\s*")[^"]+/gi, `$1${MASK}`);
  }

  return { known, redact };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
