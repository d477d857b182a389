export type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The form of a sentence that a number asks for (CLDR plural rules, by the runtime's own Intl). */
export function plural(language: string, n: number, forms: PluralForms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return forms[rule.select(n)] ?? forms.other;
}
