import { numberingSystem } from "../locale-format.ts";
import { scriptOf } from "../language.ts";
import { languagesOf, type Face, type Publication } from "../publication.ts";
import { scripts } from "./scripts.ts";

// The faces of our own sheets, by role; what they lack comes from the faces of other scripts.
const roles = {
  serif: { text: `"Text Serif"`, display: `"Display Serif"`, caption: `"Caption Serif"` },
  // What Source Sans lacks, Source Serif may have.
  clear: { text: `"Clear Sans"`, display: `"Clear Sans"`, caption: `"Clear Sans"` },
};

// The styles of list markers, by numbering system (CSS Counter Styles Level 3; Unicode CLDR).
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
 * The end of a style sheet that has the named sheets before it: the faces of a publication, the order in which they are
 * asked for a letter, and how the scripts of its languages are set (`scriptSheet`, in which `:lang(und-Thai)` stands
 * for every language that is written in Thai letters). Nothing for a publication in our own faces and figures.
 */
export function faceRules(sheets: string[], publication: Publication, scriptSheet: () => string): string {
  const { faces } = publication;
  const languages = languagesOf(publication);
  const foreign = languages.filter((language) =>
    scripts.some(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript),
  );
  const kind = sheets.includes("clear-fonts") ? "clear" : sheets.includes("fonts") ? "serif" : "book";
  const rules = [
    ...faces.map(fontFace),
    // Letters of other scripts are neither slanted nor made bold by the browser.
    faces.some(({ own }) => !own) ? ":root {\n  font-synthesis: none;\n}\n" : "",
    foreign.length > 0
      ? withLanguages(scriptSheet(), foreign, languages, publication.fonts?.arabic === "nastaliq")
      : "",
    ...(kind === "book" ? ownInBook(faces) : []),
    ...(kind === "book"
      ? foreign.map((language) => bookFamily(language, languages, faces))
      : stacks(languages, foreign, faces, roles[kind])),
    ...(kind === "book"
      ? []
      : languages
          .filter((language) => isOfWholeScript(language, faces))
          .map((language) => matching(selector(language, languages)))),
    ...languages.map((language) => figures(language, languages)),
  ];
  return rules.filter(Boolean).join("\n");
}

function fontFace({ family, name, weight, style, range, scale, own }: Face): string {
  const descriptors = [
    `font-family: "${family}"`,
    // An editor's font is printed from the file as it came, which may be of another format.
    `src: url("fonts/${name}")${own ? "" : ` format("woff2")`}`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    ...(scale ? [`size-adjust: ${scale}`] : []),
    ...(range ? [`unicode-range: ${range}`] : []),
    "font-display: swap",
  ];
  return `@font-face {\n${descriptors.map((descriptor) => `  ${descriptor};\n`).join("")}}\n`;
}

// The families that are asked for a letter, in order, for each role. A face whose letters stand in words together with
// ours is asked first. In a text of a script even spaces and quotes come from the script's face, and a text in our own
// letters inside such a text has its own again.
function stacks(languages: string[], foreign: string[], faces: Face[], own: (typeof roles)["serif"]): string[] {
  const families = [...new Set(faces.filter(({ own }) => !own).map(({ family }) => family))];
  if (faces.length === 0) return [];
  const whole = families.filter((family) =>
    scripts.some(({ wholeScript, type }) => wholeScript && type.family === family),
  );
  const variables = (first: string[]) =>
    Object.entries(own).map(([role, family]) => {
      const [editors, isClear] = [ownFamilies(role, faces), family === roles.clear.text];
      const latin = isClear ? [family, ...editors] : [...editors, family];
      const stack = [
        ...new Set([...first.map(quoted), ...whole.map(quoted), ...latin, ...families.map(quoted), `"Text Serif"`]),
      ];
      return `  --${role}: ${stack.join(", ")}, serif;\n`;
    });
  // Only our own text faces are known to have raised figures.
  const marks = faces.some(({ own }) => own === "text")
    ? [".noteref {\n  font-size: 0.7em;\n  font-variant-position: normal;\n  vertical-align: 0.45em;\n}\n"]
    : [];
  const rule = (of: string, first: string[]) => `${of} {\n${variables(first).join("")}}\n`;
  if (foreign.length === 0) return [rule(":root", []), ...marks];
  const ofLanguage = languages.map((language) => rule(selector(language, languages), familiesOf(language, faces)));
  return [rule(":root", []), ...marks, ...ofLanguage, ":where([lang]) {\n  font-family: var(--text);\n}\n"];
}

// The editor's fonts, for a role. Large print keeps our sans, which is easy to read, for the letters that it has.
function ownFamilies(role: string, faces: Face[]): string[] {
  const wanted = role === "display" ? ["headings", "text"] : ["text"];
  return wanted.flatMap((own) => faces.find((face) => face.own === own)?.family ?? []).map(quoted);
}

// Reading systems know no custom properties, and the reader's own font stands where letters are ours.
function bookFamily(language: string, languages: string[], faces: Face[]): string {
  const families = familiesOf(language, faces);
  return families.length > 0
    ? `${selector(language, languages)} {\n  font-family: ${families.map(quoted).join(", ")}, serif;\n}\n`
    : "";
}

function ownInBook(faces: Face[]): string[] {
  const [text, headings] = [ownFamilies("text", faces), ownFamilies("display", faces)];
  return [
    text.length > 0 ? `body {\n  font-family: ${text.join(", ")}, serif;\n}\n` : "",
    headings.length > 0 ? `h1,\nh2,\nh3,\nh4 {\n  font-family: ${headings.join(", ")}, serif;\n}\n` : "",
  ];
}

function familiesOf(language: string, faces: Face[]): string[] {
  const script = scripts.filter(({ code, wholeScript }) => code === scriptOf(language) && !wholeScript);
  return [...new Set(faces.map(({ family }) => family))].filter((family) =>
    script.some(({ type }) => type.family === family),
  );
}

function isOfWholeScript(language: string, faces: Face[]): boolean {
  return scripts.some(
    ({ code, wholeScript, type }) =>
      wholeScript && code === scriptOf(language) && faces.some(({ family }) => family === type.family),
  );
}

// Figures and signs are ours beside the letters of such a script: in the cuts that are of its weight, bold and not
// black, and not those for small type.
function matching(of: string): string {
  return `${of} {\n  --caption: var(--text);\n}\n\n:is(.cover-title, .statement-title, .card-title, .event-title, h1):is(${of}) {\n  font-weight: 700;\n}\n`;
}

/** The counter style of CSS that has the figures of a language; nothing where these are Western. */
export function counterStyle(language: string): string | undefined {
  return markers[numberingSystem(language)];
}

// Numbers of lists in the figures of the language.
function figures(language: string, languages: string[]): string {
  const style = counterStyle(language);
  if (!style) return "";
  const of = selector(language, languages);
  return `ol:not(.contents-list, .contents):is(${of}) {\n  list-style-type: ${style};\n}\n\nol.contents > .contents-entry:is(${of})::before {\n  content: counter(statement, ${style});\n}\n`;
}

// A sheet speaks of the languages of a script as of an undetermined one that is written in it.
function withLanguages(sheet: string, foreign: string[], languages: string[], isNastaliq: boolean): string {
  return sheet.replace(/:lang\(und(?:-(\w+))?\)/g, (placeholder, named?: string) => {
    // Nastaliq has a code of its own, Aran, which the tags of languages do not have.
    const script = named === "Aran" && isNastaliq ? "Arab" : named;
    const written = foreign
      .filter((language) => !script || scriptOf(language) === script)
      .map((language) => selector(language, languages));
    return written.length > 1 ? `:is(${written.join(", ")})` : (written[0] ?? placeholder);
  });
}

// :lang(ckb) means ckb-Latn as well, which is written otherwise.
function selector(language: string, languages: string[]): string {
  const otherwise = languages.filter(
    (other) => other.startsWith(`${language}-`) && scriptOf(other) !== scriptOf(language),
  );
  return [`:lang(${language})`, ...otherwise.map((other) => `:not(:lang(${other}))`)].join("");
}

function quoted(family: string): string {
  return `"${family}"`;
}
