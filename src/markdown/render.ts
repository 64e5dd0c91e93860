import type { Prose } from "../publication.ts";
import { termsOfLanguage } from "../terms/index.ts";
import type { Terms } from "../terms/en.ts";
import { rememberByText } from "../remember.ts";
import type { RendererRule } from "./markdown-it.ts";
import { addNoteRules } from "./notes.ts";
import { createParser } from "./parse.ts";
import { addTables } from "./tables.ts";
import { addTypography } from "./typography.ts";

/**
 * Returns a Markdown text as HTML that is well-formed XML, with the quotes and dashes of its language. The ids of its
 * notes contain the slug. `own` are the terms in the text's language, if the publication has others than the table.
 */
export function renderHtml(
  prose: Pick<Prose, "body" | "lang" | "slug">,
  own: Terms = termsOfLanguage(prose.lang),
): string {
  const env = { docId: prose.slug, language: prose.lang, notes: own.notes };
  return rendererFor(prose.lang).render(prose.body, env);
}

const rendererFor = rememberByText((language) => {
  const md = addTypography(createParser(), language);
  addNoteRules(md);
  addTables(md, language);
  md.renderer.rules["softbreak"] = renderLineEnd;
  return md;
});

// Chinese and Japanese have no spaces between words, so the end of a line in the file is no space between their
// letters.
const renderLineEnd: RendererRule = (tokens, index) => {
  const [before, after] = [tokens[index - 1]?.content ?? "", tokens[index + 1]?.content ?? ""];
  return endsSpaceless.test(before) && startsSpaceless.test(after) ? "" : "\n";
};

const spacelessLetter = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff01-\uff60]`;
const endsSpaceless = new RegExp(`${spacelessLetter}$`, "u");
const startsSpaceless = new RegExp(`^${spacelessLetter}`, "u");
