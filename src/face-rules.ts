import { scriptOf } from "./language.ts";
import { languagesOf, type Face, type Publication } from "./publication.ts";
import { scripts } from "./scripts.ts";

// The faces of our own sheets, by role; what they lack comes from the faces of other scripts.
const roles = {
  serif: { text: `"Text Serif"`, display: `"Display Serif"`, caption: `"Caption Serif"` },
  // What Source Sans lacks, Source Serif may have.
  clear: { text: `"Clear Sans"`, display: `"Clear Sans"`, caption: `"Clear Sans"` },
};

// The styles of list markers, by numbering system (CSS Counter Styles Level 3; Unicode CLDR).
const markers: Record<string, string> = {
  arab: "arabic-indic", arabext: "persian", beng: "bengali", deva: "devanagari", gujr: "gujarati", guru: "gurmukhi", khmr: "khmer",
  knda: "kannada", laoo: "lao", mlym: "malayalam", mong: "mongolian", mymr: "myanmar", orya: "oriya", tamldec: "tamil", telu: "telugu", thai: "thai", tibt: "tibetan",
};

/** The end of a style sheet that has the named sheets before it: the faces of a publication, the order in which they are asked for a letter, and how the
 * scripts of its languages are set (`scriptSheet`, in which `:lang(und-Thai)` stands for every language that is written in Thai letters). Nothing for
 * a publication in our own faces and figures. */
export function faceRules(sheets: string[], publication: Publication, scriptSheet: () => string): string {
  const { faces } = publication;
  const languages = languagesOf(publication);
  const foreign = languages.filter((language) => scripts.some(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript));
  const kind = sheets.includes("clear-fonts") ? "clear" : sheets.includes("fonts") ? "serif" : "book";
  const rules = [
    ...faces.map(fontFace),
    faces.length > 0 && kind !== "book" ? stacks(faces, roles[kind]) : "",
    foreign.length > 0 ? withLanguages(scriptSheet(), foreign, languages) : "",
    ...foreign.map((language) => familyOf(language, languages, faces, kind === "book")),
    foreign.length > 0 ? ownAgain(foreign, languages, kind === "book") : "",
    ...languages.map((language) => figures(language, languages)),
  ];
  return rules.filter(Boolean).join("\n");
}

function fontFace({ family, name, weight, style, range, scale }: Face): string {
  const descriptors = [
    `font-family: "${family}"`,
    `src: url("fonts/${name}") format("woff2")`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    ...(scale ? [`size-adjust: ${scale}`] : []),
    ...(range ? [`unicode-range: ${range}`] : []),
    "font-display: swap",
  ];
  return `@font-face {\n${descriptors.map((descriptor) => `  ${descriptor};\n`).join("")}}\n`;
}

// Letters that stand in words together with ours come from one face, which is asked first; the faces of other scripts are asked after ours.
function stacks(faces: Face[], { text, display, caption }: (typeof roles)["serif"]): string {
  const families = [...new Set(faces.map(({ family }) => family))];
  const first = families.filter((family) => scripts.some(({ wholeScript, type }) => wholeScript && type.family === family));
  const others = families.filter((family) => !first.includes(family));
  const stack = (own: string) => [...first.map(quoted), own, ...others.map(quoted), `"Text Serif"`, "serif"].join(", ");
  return `:root {\n  --text: ${stack(text)};\n  --display: ${stack(display)};\n  --caption: ${stack(caption)};\n}\n`;
}

// In a text of a script even spaces and quotes come from the script's face.
function familyOf(language: string, languages: string[], faces: Face[], isBook: boolean): string {
  const ofScript = scripts.filter(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript).map(({ type }) => type.family);
  const families = [...new Set(faces.map(({ family }) => family))].filter((family) => ofScript.includes(family));
  return families.length > 0 ? `${selector(language, languages)} {\n  font-family: ${families.map(quoted).join(", ")}, ${isBook ? "serif" : "var(--text)"};\n}\n` : "";
}

// A text in our own letters, inside another, has its own face again, where no other rule names one.
function ownAgain(foreign: string[], languages: string[], isBook: boolean): string {
  const not = foreign.map((language) => selector(language, languages)).join(", ");
  return `:where([lang]:not(${not})) {\n  font-family: ${isBook ? "serif" : "var(--text)"};\n}\n`;
}

// Numbers of lists in the figures of the language.
function figures(language: string, languages: string[]): string {
  const { numberingSystem, locale } = new Intl.NumberFormat(language).resolvedOptions();
  const style = markers[numberingSystem];
  if (!style || new Intl.Locale(locale).language !== new Intl.Locale(language).language) return "";
  const of = selector(language, languages);
  return `ol:is(${of}) {\n  list-style-type: ${style};\n}\n\nol.contents > .contents-entry:is(${of})::before {\n  content: counter(statement, ${style});\n}\n`;
}

// A sheet speaks of the languages of a script as of an undetermined one that is written in it.
function withLanguages(sheet: string, foreign: string[], languages: string[]): string {
  return sheet.replace(/:lang\(und(?:-(\w+))?\)/g, (placeholder, script?: string) => {
    const written = foreign.filter((language) => !script || scriptOf(language) === script).map((language) => selector(language, languages));
    return written.length > 1 ? `:is(${written.join(", ")})` : (written[0] ?? placeholder);
  });
}

// :lang(ckb) means ckb-Latn as well, which is written otherwise.
function selector(language: string, languages: string[]): string {
  const otherwise = languages.filter((other) => other.startsWith(`${language}-`) && scriptOf(other) !== scriptOf(language));
  return [`:lang(${language})`, ...otherwise.map((other) => `:not(:lang(${other}))`)].join("");
}

function quoted(family: string): string {
  return `"${family}"`;
}
