/** At whole characters, with an ellipsis. */
export function cut(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max
    ? text
    : characters
        .slice(0, max - 1)
        .join('')
        .trimEnd() + '…';
}

/** The same at the end of a word, where one ends in the last third: half a word may say something else. */
export function cutAtWord(text: string, max: number): string {
  const short = cut(text, max);
  if (short === text) return text;
  const end = short.lastIndexOf(' ');
  return end < (max * 2) / 3 ? short : `${short.slice(0, end).replace(/[\s·:,;.–-]+$/u, '')}…`;
}
