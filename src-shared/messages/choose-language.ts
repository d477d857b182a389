export const LANGUAGES = ['en', 'pl', 'ro'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language a person gets: their choice, else the first of the system's that we speak, else English. */
export function chooseLanguage(choice: Language | 'system', system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const spoken = system.map((tag) => tag.split(/[-_]/)[0]!.toLowerCase());
  return LANGUAGES.find((one) => one === spoken.find((tag) => LANGUAGES.some((own) => own === tag))) ?? 'en';
}
