/** A script, or a kind of signs, that is set in type of its own. */
export interface Script {
  /** ISO 15924. A sheet names the languages that are written in it as `:lang(und-Thai)`. */
  code: string;
  /** As a problem names its letters. */
  name: string;
  /** Has a match for every character of it, and for some that other scripts use as well. */
  letters: RegExp;
  type: Type;
  /**
   * Where scripts share letters, as the East Asian ones do: these are of this one alone. Nothing has a match for the
   * last resort.
   */
  own?: RegExp;
  /** Signs between the letters of any script. */
  isSigns?: true;
  /** The letters stand together with those of our own faces in a word, and so all of them are taken from this one. */
  wholeScript?: true;
}

/** The files of an npm package that a script is set in. */
export interface Type {
  /** The family, as the sheets name it. */
  family: string;
  npm: string;
  /** The licence, which goes where the font goes. */
  licence: string;
  /** Fonts are divided by the characters that they have; these slices have those of everyday texts. */
  slices: string[];
  /** The weights of the package, by the weight in CSS, or the range of them, for which each is taken. */
  weights: Record<string, number>;
  /** The path of a file in the package. */
  file(slice: string, weight: number, style: "normal" | "italic"): string;
  hasItalics?: true;
  /** Rarer characters stand in slices that are numbered, not named; the package's unicode.json says which has what. */
  hasNumberedSlices?: true;
  /** Its size beside that of our own faces. */
  scale?: string;
}

const weights = { "400": 400, "600 700": 600, "900": 900 };

const none = /(?!)/;

// With Latin letters, figures and signs of the same weight for what stands among the letters of the script.
const withLatin = (slice: string) => [slice, "latin"];

/** The scripts that have type of their own; of two that have a character, the first that is installed sets it. */
export const scripts: Script[] = [
  // Source Serif has modern Greek; with the breathings of ancient Greek, words would be set in two faces.
  {
    code: "Grek",
    name: "Greek",
    letters: /\p{scx=Greek}/u,
    wholeScript: true,
    type: {
      ...fontsource("Greek Text", "gentium-plus", ["greek", "greek-ext"], { "400": 400, "600 900": 700 }),
      hasItalics: true,
    },
  },
  {
    code: "Armn",
    name: "Armenian",
    letters: /\p{scx=Armn}/u,
    type: fontsource("Armenian Text", "noto-serif-armenian", withLatin("armenian")),
  },
  {
    code: "Geor",
    name: "Georgian",
    letters: /\p{scx=Geor}/u,
    type: fontsource("Georgian Text", "noto-serif-georgian", withLatin("georgian")),
  },
  {
    code: "Ethi",
    name: "Ethiopic",
    letters: /\p{scx=Ethi}/u,
    type: fontsource("Ethiopic Text", "noto-sans-ethiopic", withLatin("ethiopic")),
  },
  {
    code: "Hebr",
    name: "Hebrew",
    letters: /\p{scx=Hebr}/u,
    type: { ...fontsource("Hebrew Text", "frank-ruhl-libre", withLatin("hebrew")), scale: "112%" },
  },
  { code: "Arab", name: "Arabic", letters: /\p{scx=Arab}/u, type: vazirmatn() },
  {
    code: "Deva",
    name: "Devanagari",
    letters: /\p{scx=Deva}/u,
    type: fontsource("Devanagari Text", "noto-serif-devanagari", withLatin("devanagari")),
  },
  {
    code: "Beng",
    name: "Bengali",
    letters: /\p{scx=Beng}/u,
    type: fontsource("Bengali Text", "noto-serif-bengali", withLatin("bengali")),
  },
  {
    code: "Taml",
    name: "Tamil",
    letters: /\p{scx=Taml}/u,
    type: fontsource("Tamil Text", "noto-serif-tamil", withLatin("tamil")),
  },
  {
    code: "Guru",
    name: "Gurmukhi",
    letters: /\p{scx=Guru}/u,
    type: fontsource("Gurmukhi Text", "noto-sans-gurmukhi", withLatin("gurmukhi")),
  },
  {
    code: "Thai",
    name: "Thai",
    letters: /\p{scx=Thai}/u,
    type: fontsource("Thai Text", "noto-serif-thai", withLatin("thai")),
  },
  {
    code: "Laoo",
    name: "Lao",
    letters: /\p{scx=Laoo}/u,
    type: fontsource("Lao Text", "noto-serif-lao", withLatin("lao")),
  },
  {
    code: "Khmr",
    name: "Khmer",
    letters: /\p{scx=Khmr}/u,
    type: fontsource("Khmer Text", "noto-serif-khmer", withLatin("khmer")),
  },
  {
    ...eastAsian("Jpan", "Japanese", /[\p{sc=Hira}\p{sc=Kana}]/u),
    type: eastAsianType("Japanese Text", "noto-serif-jp", "japanese"),
  },
  { ...eastAsian("Kore", "Korean", /\p{sc=Hang}/u), type: eastAsianType("Korean Text", "noto-serif-kr", "korean") },
  {
    ...eastAsian("Hant", "traditional Chinese", /\p{sc=Bopo}/u),
    type: eastAsianType("Traditional Chinese Text", "noto-serif-tc", "chinese-traditional"),
  },
  { ...eastAsian("Hans", "Chinese", none), type: eastAsianType("Chinese Text", "noto-serif-sc", "chinese-simplified") },
  {
    code: "Zsye",
    name: "emoji",
    letters: /(?=\P{ASCII})\p{Emoji_Presentation}/u,
    isSigns: true,
    type: { ...fontsource("Emoji", "noto-emoji", [], { "400": 400, "600 900": 700 }), hasNumberedSlices: true },
  },
  {
    code: "Zmth",
    name: "mathematical",
    letters: /[\u2100-\u23ff\u2500-\u27ff\u2900-\u2bff\u{1d400}-\u{1d7ff}]/u,
    isSigns: true,
    type: fontsource("Mathematics", "noto-sans-math", ["latin"], { "100 900": 400 }),
  },
  {
    code: "Zsym",
    name: "sign",
    letters: /[\u2000-\u2bff\u{1f000}-\u{1faff}]/u,
    isSigns: true,
    type: fontsource("Signs", "noto-sans-symbols-2", ["symbols", "math", "braille"], { "100 900": 400 }),
  },
  {
    code: "Zsym",
    name: "sign",
    letters:
      /[\u20d0-\u20ff\u2160-\u218b\u2300-\u23ff\u2460-\u24ff\u2600-\u26ff\u{1f100}-\u{1f1ff}\u{1f700}-\u{1f77f}]/u,
    isSigns: true,
    type: fontsource("More Signs", "noto-sans-symbols", ["symbols"]),
  },
];

/** The styles of Arabic letters between which an editor chooses. */
export const arabicTypes: Record<"vazirmatn" | "naskh" | "nastaliq", Type> = {
  vazirmatn: vazirmatn(),
  naskh: fontsource("Arabic Text", "noto-naskh-arabic", withLatin("arabic"), { "400": 400, "600 900": 700 }),
  nastaliq: fontsource("Arabic Text", "noto-nastaliq-urdu", withLatin("arabic"), { "400": 400, "600 900": 700 }),
};

function vazirmatn(): Type {
  const names: Record<number, string> = { 400: "Regular", 600: "SemiBold", 900: "Black" };
  const file = (_slice: string, weight: number) => `fonts/webfonts/Vazirmatn-${names[weight]}.woff2`;
  return { family: "Arabic Text", npm: "vazirmatn", licence: "OFL.txt", slices: ["whole"], weights, file };
}

function fontsource(family: string, name: string, slices: string[], served: Record<string, number> = weights): Type {
  const file = (slice: string, weight: number, style: string) => `files/${name}-${slice}-${weight}-${style}.woff2`;
  return { family, npm: `@fontsource/${name}`, licence: "LICENSE", slices, weights: served, file };
}

function eastAsian(code: string, name: string, own: RegExp): Omit<Script, "type"> {
  return {
    code,
    name,
    own,
    letters: new RegExp(String.raw`[\p{scx=Han}\u3000-\u303f\uff00-\uffef]|${own.source}`, "u"),
  };
}

function eastAsianType(family: string, name: string, slice: string): Type {
  // These letters fill their body: at our own size they would look larger than ours, and stand too close to the next
  // line.
  return { ...fontsource(family, name, [slice]), hasNumberedSlices: true, scale: "92%" };
}
