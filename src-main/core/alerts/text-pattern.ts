/**
 * "contains", letter case aside; `*` stands for anything, also nothing. Each part is looked for once, after the
 * one before: no backtracking, so a hostile text costs no more than its length.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const folded = text.toLowerCase();
  let from = 0;
  for (const part of pattern.toLowerCase().split('*')) {
    if (part === '') continue;
    const at = folded.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
