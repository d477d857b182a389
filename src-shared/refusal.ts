/** Why a desktop refuses alerts, where its answer can be read; each has its words (`detail.refusals`). */
const KNOWN = [
  /** Windows, for this app or altogether: WPN_E_NOTIFICATION_DISABLED, WPN_E_NOTIFICATION_TYPE_DISABLED. */
  { name: 'turned-off', matches: /0x803e011[14]/i },
  /** macOS: turned off, or an app that is not signed, of which it shows none since Electron 42. */
  { name: 'not-allowed', matches: /not allowed|UNErrorDomain/i },
  /** A bus that lets a sandboxed app speak to nobody. */
  { name: 'no-access', matches: /org\.freedesktop\.DBus\.Error\.AccessDenied/ },
  /** GNOME and dunst, of an app that sent too many. */
  { name: 'too-many', matches: /MaxNotificationsExceeded|ExcessNotificationGeneration|LimitsExceeded/ },
] as const;
export type Refusal = (typeof KNOWN)[number]['name'];

/** What a verdict keeps of a refusal: the system's code, and its words after it. */
export const refusalReason = (code: string, words: string): string =>
  [...(code === '' || words.includes(code) ? [] : [code]), ...(words === '' ? [] : [words])].join(': ');

/**
 * A refusal in words; where only the system's own say why, those.
 * @param words of each, with `%` for what the system said
 * @param reason of a verdict `failed`
 */
export function refusalIn(words: { readonly [Why in Refusal]: string }, reason: string): string {
  const known = KNOWN.find(({ matches }) => matches.test(reason));
  return known ? words[known.name].replace('%', () => reason) : reason;
}
