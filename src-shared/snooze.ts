/** An item can be put off for so long. ms. */
export const MOST_SNOOZE_MS = 7 * 86_400_000;
/** And so many in all: whoever wants more wants a silence. */
export const MOST_SNOOZED = 200;
