import { secretForms, withoutForms, type SecretForm } from '../../src-shared/secret-forms';

const MASK = '•••';

/**
 * Takes every known secret out of a text, by value: as it is, URL-encoded and in base64, cut or whole (security.md, Secrets);
 * and by key, for secrets that nobody has told us yet.
 */
export function createRedact() {
  const forms = new Map<string, SecretForm>();
  let ordered: readonly SecretForm[] = [];

  function known(secret: string): void {
    for (const form of secretForms(secret)) forms.set(form.text, form);
    // A secret that holds another goes first.
    ordered = [...forms.values()].toSorted((a, b) => b.text.length - a.text.length);
  }

  function redact(text: string): string {
    return withoutForms(text, ordered, MASK)
      .replace(/\b(token|bearer|jwt|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${MASK}`)
      .replace(/([?&](?:sig|token|key|code|access_token)=)[^&\s"']+/gi, `$1${MASK}`)
      .replace(/("(?:token|authorization|teamsWebhookUrl)"\s*:\s*")[^"]+/gi, `$1${MASK}`);
  }

  return { known, redact };
}
