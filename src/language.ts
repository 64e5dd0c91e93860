/** The script of a language (ISO 15924): the one that its tag names, else the one in which it is usually written. Nothing for what is no tag. */
export function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}
