import { numberingSystemOf } from "../locale-format.ts";
import { scriptOf } from "../language.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { listUnmarkedLanguages } from "../markdown/passages.ts";
import { languagesOf, listTexts, type Face, type Publication } from "../publication.ts";
import { scripts } from "./scripts.ts";

type RoleFamilies = Record<"text" | "display" | "caption", string>;

// The families of the program's own fonts, by kind of style sheet and by role. The custom properties `--text`,
// `--display` and `--caption` name a list of families for each role.
const families: Record<"serif" | "clear", RoleFamilies> = {
  serif: { text: `"Text Serif"`, display: `"Display Serif"`, caption: `"Caption Serif"` },
  clear: { text: `"Clear Sans"`, display: `"Clear Sans"`, caption: `"Clear Sans"` },
};

// The styles of list markers (CSS Counter Styles Level 3), by numbering system (Unicode CLDR).
const markers: Record<string, string> = {
  arab: "arabic-indic",
  arabext: "persian",
  beng: "bengali",
  deva: "devanagari",
  gujr: "gujarati",
  guru: "gurmukhi",
  khmr: "khmer",
  knda: "kannada",
  laoo: "lao",
  mlym: "malayalam",
  mong: "mongolian",
  mymr: "myanmar",
  orya: "oriya",
  tamldec: "tamil",
  telu: "telugu",
  thai: "thai",
  tibt: "tibetan",
};

/**
 * Returns the end of a style sheet that begins with the named sheets: the faces of a publication, the order in which
 * families are used for each language, and the rules for its scripts. `readScriptSheet` returns those rules; in them
 * `:lang(und-Thai)` means every language that is written in Thai letters. The result is empty for a publication that
 * needs only the program's own fonts and Western digits.
 */
export function createFontRules(sheets: string[], publication: Publication, readScriptSheet: () => string): string {
  const { faces } = publication;
  const unmarked = listTexts(publication).flatMap((prose) => listUnmarkedLanguages(parseMarkdown(prose).tokens));
  const languages = unique([...languagesOf(publication), ...unmarked]);
  const foreign = languages.filter((language) => hasSeparateScript(language));
  const isNastaliq = publication.fonts?.arabic === "nastaliq";
  const ofFamilies = sheets.includes("clear-fonts")
    ? writePageRules(languages, foreign, faces, families.clear)
    : sheets.includes("fonts")
      ? writePageRules(languages, foreign, faces, families.serif)
      : writeBookRules(languages, foreign, faces);
  const rules = [
    ...faces.map(writeFontFace),
    // Without this, browsers would slant letters of other scripts and make them bold.
    faces.some(({ own }) => !own) ? ":root {\n  font-synthesis: none;\n}\n" : "",
    foreign.length > 0 ? replaceScripts(readScriptSheet(), foreign, languages, isNastaliq) : "",
    ...ofFamilies,
    ...languages.map((language) => writeMarkerRules(language, languages)),
  ];
  return rules.filter(Boolean).join("\n");
}

/** Returns the counter style of CSS that has the digits of a language; nothing where these are Western. */
export function counterStyleOf(language: string): string | undefined {
  return markers[numberingSystemOf(language)];
}

function writeFontFace({ family, name, weight, style, range, scale, own }: Face): string {
  const descriptors = [
    `font-family: "${family}"`,
    // An editor's font is printed from the file as it came, which may be in another format than WOFF2.
    `src: url("fonts/${name}")${own ? "" : ` format("woff2")`}`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    ...(scale ? [`size-adjust: ${scale}`] : []),
    ...(range ? [`unicode-range: ${range}`] : []),
    "font-display: swap",
  ];
  return `@font-face {\n${descriptors.map((descriptor) => `  ${descriptor};\n`).join("")}}\n`;
}

// Rules for sheets that use the custom properties: those of print and of the web.
function writePageRules(languages: string[], foreign: string[], faces: Face[], ours: RoleFamilies): string[] {
  return [
    ...listFamilies(languages, foreign, faces, ours),
    ...languages
      .filter((language) => isInWholeScript(language, faces))
      .map((language) => writeWholeScriptRule(selectorOf(language, languages))),
  ];
}

// The order in which families are used for a letter, for each role. `ours` are the program's own families. Before them
// comes that of a script of which all letters are set in one font (Greek), so that no word is set in two. In the text
// of a script with rules of its own, the family of the script comes first, so that its spaces and quotes are used too.
// A text in Latin letters inside such a text has the usual order again.
function listFamilies(languages: string[], foreign: string[], faces: Face[], ours: RoleFamilies): string[] {
  if (faces.length === 0) return [];
  const others = unique(faces.filter((face) => !face.own).map(({ family }) => family));
  const whole = others.filter((family) =>
    scripts.some(({ wholeScript, type }) => wholeScript && type.family === family),
  );
  const writeVariables = (first: string[]) =>
    Object.entries(ours).map(([role, family]) => {
      const editors = listEditorFamilies(role, faces);
      // Large print keeps the program's sans, which is easy to read, for the letters that it has.
      const latin = family === families.clear.text ? [family, ...editors] : [...editors, family];
      // Source Serif, which is last, has letters that Source Sans lacks.
      const list = unique([...first.map(quote), ...whole.map(quote), ...latin, ...others.map(quote), `"Text Serif"`]);
      return `  --${role}: ${list.join(", ")}, serif;\n`;
    });
  const rule = (selector: string, first: string[]) => `${selector} {\n${writeVariables(first).join("")}}\n`;
  const rules = [rule(":root", [])];
  // An editor's font may lack the raised digits that the program's own have, so note marks are raised by size and
  // place.
  if (faces.some(({ own }) => own === "text"))
    rules.push(".noteref {\n  font-size: 0.7em;\n  font-variant-position: normal;\n  vertical-align: 0.45em;\n}\n");
  if (foreign.length === 0) return rules;
  const ofLanguages = languages.map((language) => rule(selectorOf(language, languages), familiesOf(language, faces)));
  // A language that is written into an element when lines are broken already (layout/in-page/tag-hints.ts) leaves its
  // font as it is.
  const passages = ":where([lang]:not([data-hinted]))";
  return [...rules, ...ofLanguages, `${passages} {\n  font-family: var(--text);\n}\n`];
}

// Rules for the EPUB: reading systems know no custom properties, and Latin letters are in the font that the reader
// chose.
function writeBookRules(languages: string[], foreign: string[], faces: Face[]): string[] {
  const rule = (selector: string, list: string[]) =>
    list.length > 0 ? `${selector} {\n  font-family: ${list.join(", ")}, serif;\n}\n` : "";
  return [
    rule("body", listEditorFamilies("text", faces)),
    rule("h1,\nh2,\nh3,\nh4", listEditorFamilies("display", faces)),
    ...foreign.map((language) => rule(selectorOf(language, languages), familiesOf(language, faces).map(quote))),
  ];
}

// Returns the families of an editor's own fonts for a role.
function listEditorFamilies(role: string, faces: Face[]): string[] {
  const wanted = role === "display" ? ["headings", "text"] : ["text"];
  return wanted.flatMap((own) => faces.find((face) => face.own === own)?.family ?? []).map(quote);
}

// Returns the families in which the script of a language is set, except those that all texts use.
function familiesOf(language: string, faces: Face[]): string[] {
  const ofScript = scripts.filter(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript);
  return unique(faces.map(({ family }) => family)).filter((family) =>
    ofScript.some(({ type }) => type.family === family),
  );
}

// Returns whether the script of a language has rules of its own. Latin, Cyrillic and Greek have none.
function hasSeparateScript(language: string): boolean {
  return scripts.some(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript);
}

// Returns whether a language is written in a script of which all letters are set in one font (Greek), and whether the
// publication has this font.
function isInWholeScript(language: string, faces: Face[]): boolean {
  return scripts.some(
    ({ code, wholeScript, type }) =>
      wholeScript && code === scriptOf(language) && faces.some(({ family }) => family === type.family),
  );
}

// The font of a whole script has no cut for small type, and no black one. Digits and signs between its letters come
// from the program's own fonts. So that they suit the letters, small type is set in the cut for text, and titles are
// bold.
function writeWholeScriptRule(selector: string): string {
  const titles = ":is(.cover-title, .statement-title, .card-title, .event-title, h1)";
  return `${selector} {\n  --caption: var(--text);\n}\n\n${titles}:is(${selector}) {\n  font-weight: 700;\n}\n`;
}

// Numbers lists in the digits of the language.
function writeMarkerRules(language: string, languages: string[]): string {
  const style = counterStyleOf(language);
  if (!style) return "";
  const selector = selectorOf(language, languages);
  return (
    `ol:not(.contents-list, .contents):is(${selector}) {\n  list-style-type: ${style};\n}\n\n` +
    `ol.contents > .contents-entry:is(${selector})::before {\n  content: counter(statement, ${style});\n}\n`
  );
}

// Replaces each `:lang(und-Thai)` by a selector for the publication's languages in Thai letters, and each `:lang(und)`
// by one for all its languages in scripts with rules of their own. Where there is none, the rule matches nothing.
function replaceScripts(sheet: string, foreign: string[], languages: string[], isNastaliq: boolean): string {
  return sheet.replace(/:lang\(und(?:-(\w+))?\)/g, (placeholder, named?: string) => {
    // Nastaliq has a code of its own (Aran), which the tags of languages do not use.
    const script = named === "Aran" && isNastaliq ? "Arab" : named;
    const selectors = foreign
      .filter((language) => !script || scriptOf(language) === script)
      .map((language) => selectorOf(language, languages));
    return selectors.length > 1 ? `:is(${selectors.join(", ")})` : (selectors[0] ?? placeholder);
  });
}

// Returns a selector for what is in a language. `:lang(ckb)` alone would match `ckb-Latn` too, which is in another
// script.
function selectorOf(language: string, languages: string[]): string {
  const inOtherScripts = languages.filter(
    (other) => other.startsWith(`${language}-`) && scriptOf(other) !== scriptOf(language),
  );
  return [`:lang(${language})`, ...inOtherScripts.map((other) => `:not(:lang(${other}))`)].join("");
}

function quote(family: string): string {
  return `"${family}"`;
}

function unique(families: string[]): string[] {
  return [...new Set(families)];
}
