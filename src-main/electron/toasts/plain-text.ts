/**
 * Text from a server on its way to the desktop: toasts, the tray. Control and bidi characters could hide or
 * reorder words (security.md, Hostile server text), a lone surrogate is no character at all.
 */
const LINES = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const SURROGATES = /\p{Surrogate}/gu;

const clean = (text: string): string => text.replace(CONTROLS, '').replace(SURROGATES, '\ufffd');

/** One line, at most `max` characters, the last an ellipsis where it was cut. */
export const oneLine = (text: string, max: number): string =>
  cut(clean(text.replace(LINES, ' ')).trim(), max);

/** Keeps line breaks. */
export const lines = (text: string, max: number): string =>
  cut(
    text
      .split(LINES)
      .map((line) => clean(line).trim())
      .filter(Boolean)
      .join('\n'),
    max,
  );

/** Whole characters, so that none is broken in two. */
function cut(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** For servers with `body-markup` (Desktop Notifications Specification, Markup). */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
