/** The first letter as it stands at the beginning of a sentence. */
export const sentence = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
