import { scriptOf } from "../language.ts";
import { rememberByText } from "../remember.ts";
import { createMarkdownIt, type MarkdownIt, type Token } from "./markdown-it.ts";
import { setMinus, setSpaces } from "./spaces.ts";

// Opening and closing quotes, double, then single, by language (Unicode CLDR). French has a narrow no-break space
// inside.
const quotesByLanguage: Record<string, string[]> = {
  en: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
  es: ["«", "»", "“", "”"],
  it: ["«", "»", "“", "”"],
  tr: ["“", "”", "‘", "’"],
  ar: ["«", "»", "“", "”"],
  fa: ["«", "»", "“", "”"],
  am: ["«", "»", "‹", "›"],
  el: ["«", "»", "“", "”"],
  he: ["”", "”", "’", "’"],
  hy: ["«", "»", "«", "»"],
  ja: ["「", "」", "『", "』"],
  ka: ["„", "“", "«", "»"],
  ru: ["«", "»", "„", "“"],
  uk: ["«", "»", "„", "“"],
  ur: ["”", "“", "’", "‘"],
  "zh-Hant": ["「", "」", "『", "』"],
};

/**
 * Returns a line of plain text as HTML: escaped, with the quotes and dashes of its language. It is meant for titles and
 * names, in which no markup is read.
 */
export function renderLine(text: string, language: string): string {
  return lineParser(language).renderInline(text);
}

const lineParser = rememberByText((language) =>
  addTypography(createMarkdownIt("zero"), language).enable("smartquotes"),
);

/** Makes a parser change the shapes of quotes, dashes, dots and spaces to those of a language; returns the parser. */
export function addTypography(md: MarkdownIt, language: string): MarkdownIt {
  const [primaryTag] = language.split("-") as [string];
  md.set({
    typographer: true,
    quotes:
      quotesByLanguage[`${primaryTag}-${scriptOf(language)}`] ??
      quotesByLanguage[primaryTag] ??
      quotesByLanguage["en"]!,
  });
  // This takes the place of markdown-it's own replacements, which change words: (c) to ©.
  md.core.ruler.at("replacements", (state) => {
    for (const { token, passage, isFirst } of withLanguages(state.tokens, [language]))
      if (token.type === "text") token.content = setSpaces(setMinus(replaceDashes(token.content), isFirst), passage);
  });
  return md.enable("replacements");
}

// Three dots become an ellipsis, three hyphens an em dash, two hyphens or a hyphen between spaces an en dash.
function replaceDashes(text: string): string {
  return text
    .replace(/(?<!\.)\.\.\.(?!\.)/g, "…")
    .replace(/(?<=^|[^-])---(?=[^-]|$)/g, "—")
    .replace(/(?<=^|[^-])--(?=[^-]|$)/g, "–")
    .replace(/(?<=\S )-(?= \S)/g, "–");
}

/** A token, with the language of the passage that it is in, and whether it is the first of its block. */
interface PlacedToken {
  token: Token;
  passage: string;
  isFirst: boolean;
}

// Yields tokens and those inside them. `open` has the languages of the elements that are open.
function* withLanguages(tokens: Token[], open: string[]): Generator<PlacedToken> {
  for (const [index, token] of tokens.entries()) {
    yield { token, passage: open.at(-1)!, isFirst: index === 0 };
    if (token.nesting === 1) open.push(String(token.attrGet("lang") ?? open.at(-1)));
    if (token.nesting === -1) open.pop();
    yield* withLanguages(token.children ?? [], open);
  }
}
