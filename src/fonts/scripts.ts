/** A script, or a group of signs, that has a font of its own. */
export interface Script {
  /** ISO 15924. Style sheets name the languages that are written in it as `:lang(und-Thai)`. */
  code: string;
  /** As a problem names its letters: “Thai character”. */
  name: string;
  /** Matches every character of the script, and some that other scripts use as well. */
  letters: RegExp;
  type: FontPackage;
  /**
   * Only for scripts that share letters, as the East Asian ones do: matches the letters that no other of them has. In
   * the last of them it matches nothing; that script is used where none of the others is recognised.
   */
  own?: RegExp;
  /** True for signs that are used between the letters of any script. */
  isSigns?: true;
  /**
   * True where all letters are set in this font, even those that the program's own fonts have, because a word would
   * otherwise be set in two.
   */
  wholeScript?: true;
}

/** The font of a script: a family in an npm package, divided into files by characters, by weight and by style. */
export interface FontPackage {
  /** The family, as style sheets name it. */
  family: string;
  npm: string;
  /** The path of the licence in the package; the file is copied wherever the font is. */
  licence: string;
  /** The slices of the font (files with a part of its characters) that everyday texts need. */
  slices: string[];
  /** The weights of the package, each by the weight or the range of weights in CSS for which it is used. */
  weights: Record<string, number>;
  /** Returns the path of a file in the package. */
  file(slice: string, weight: number, style: "normal" | "italic"): string;
  hasItalics?: true;
  /** True where rarer characters are in slices with numbers; the package's unicode.json says which has what. */
  hasNumberedSlices?: true;
  /** The size of its letters beside those of the program's own fonts. */
  scale?: string;
}

const threeWeights = { "400": 400, "600 700": 600, "900": 900 };
const twoWeights = { "400": 400, "600 900": 700 };
const oneWeight = { "100 900": 400 };

/** Matches no character. */
const none = /(?!)/;

// Hebrew letters look smaller than Latin ones of the same size. Those of East Asian scripts fill their whole height:
// they look larger, and at the same size would come too close to the next line. Both scales were chosen by eye.
const hebrewScale = "112%";
const eastAsianScale = "92%";

/** The scripts that have fonts of their own. Where several have a character, the first that is installed is used. */
export const scripts: Script[] = [
  // The program's own serif has only modern Greek. In an ancient Greek word, the letters with breathings would be set
  // in this font and the others in the serif. So all Greek is set in this font.
  {
    code: "Grek",
    name: "Greek",
    letters: /\p{scx=Grek}/u,
    wholeScript: true,
    type: { ...fontsource("Greek Text", "gentium-plus", ["greek", "greek-ext"], twoWeights), hasItalics: true },
  },
  scriptWithLatin("Armn", "Armenian", "noto-serif-armenian"),
  scriptWithLatin("Geor", "Georgian", "noto-serif-georgian"),
  scriptWithLatin("Ethi", "Ethiopic", "noto-sans-ethiopic"),
  scriptWithLatin("Hebr", "Hebrew", "frank-ruhl-libre", hebrewScale),
  { code: "Arab", name: "Arabic", letters: /\p{scx=Arab}/u, type: vazirmatn() },
  scriptWithLatin("Deva", "Devanagari", "noto-serif-devanagari"),
  scriptWithLatin("Beng", "Bengali", "noto-serif-bengali"),
  scriptWithLatin("Taml", "Tamil", "noto-serif-tamil"),
  scriptWithLatin("Guru", "Gurmukhi", "noto-sans-gurmukhi"),
  scriptWithLatin("Thai", "Thai", "noto-serif-thai"),
  scriptWithLatin("Laoo", "Lao", "noto-serif-lao"),
  scriptWithLatin("Khmr", "Khmer", "noto-serif-khmer"),
  eastAsianScript("Jpan", "Japanese", /[\p{sc=Hira}\p{sc=Kana}]/u, "noto-serif-jp", "japanese"),
  eastAsianScript("Kore", "Korean", /\p{sc=Hang}/u, "noto-serif-kr", "korean"),
  eastAsianScript("Hant", "traditional Chinese", /\p{sc=Bopo}/u, "noto-serif-tc", "chinese-traditional"),
  eastAsianScript("Hans", "Chinese", none, "noto-serif-sc", "chinese-simplified"),
  {
    code: "Zsye",
    name: "emoji",
    letters: /(?=\P{ASCII})\p{Emoji_Presentation}/u,
    isSigns: true,
    type: { ...fontsource("Emoji", "noto-emoji", [], twoWeights), hasNumberedSlices: true },
  },
  {
    code: "Zmth",
    name: "mathematical",
    letters: /[\u2100-\u23ff\u2500-\u27ff\u2900-\u2bff\u{1d400}-\u{1d7ff}]/u,
    isSigns: true,
    type: fontsource("Mathematics", "noto-sans-math", ["latin"], oneWeight),
  },
  {
    code: "Zsym",
    name: "sign",
    letters: /[\u2000-\u2bff\u{1f000}-\u{1faff}]/u,
    isSigns: true,
    type: fontsource("Signs", "noto-sans-symbols-2", ["symbols", "math", "braille"], oneWeight),
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
export const arabicFonts: Record<"vazirmatn" | "naskh" | "nastaliq", FontPackage> = {
  vazirmatn: vazirmatn(),
  naskh: fontsource("Arabic Text", "noto-naskh-arabic", ["arabic", "latin"], twoWeights),
  nastaliq: fontsource("Arabic Text", "noto-nastaliq-urdu", ["arabic", "latin"], twoWeights),
};

// The Latin slice has digits and signs of the same weight, for those between the letters of the script.
function scriptWithLatin(code: string, name: string, font: string, scale?: string): Script {
  const type = fontsource(`${name} Text`, font, [name.toLowerCase(), "latin"]);
  return {
    code,
    name,
    letters: new RegExp(String.raw`\p{scx=${code}}`, "u"),
    type: { ...type, ...(scale && { scale }) },
  };
}

function eastAsianScript(code: string, name: string, own: RegExp, font: string, slice: string): Script {
  const letters = new RegExp(String.raw`[\p{scx=Han}\u3000-\u303f\uff00-\uffef]|${own.source}`, "u");
  const family = `${name.charAt(0).toUpperCase()}${name.slice(1)} Text`;
  const type = { ...fontsource(family, font, [slice]), hasNumberedSlices: true as const, scale: eastAsianScale };
  return { code, name, own, letters, type };
}

function fontsource(
  family: string,
  name: string,
  slices: string[],
  weights: Record<string, number> = threeWeights,
): FontPackage {
  const file = (slice: string, weight: number, style: string) => `files/${name}-${slice}-${weight}-${style}.woff2`;
  return { family, npm: `@fontsource/${name}`, licence: "LICENSE", slices, weights, file };
}

// One file has the whole of the font; its name says the weight in words.
function vazirmatn(): FontPackage {
  const names: Record<number, string> = { 400: "Regular", 600: "SemiBold", 900: "Black" };
  const file = (_slice: string, weight: number) => `fonts/webfonts/Vazirmatn-${names[weight]}.woff2`;
  return {
    family: "Arabic Text",
    npm: "vazirmatn",
    licence: "OFL.txt",
    slices: ["whole"],
    weights: threeWeights,
    file,
  };
}
