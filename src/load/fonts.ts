import path from "node:path";
import { describeFont } from "../fonts/font.ts";
import type { Place, Problem } from "../problem.ts";
import type { At, Face } from "../publication.ts";
import type { Fonts } from "../schemas.ts";
import { readBytes } from "./folder.ts";

// Which weights and styles a file serves: a missing bold is set in the nearest weight that is there.
const cuts = {
  regular: { style: "normal", from: 100 },
  bold: { style: "normal", from: 600 },
  black: { style: "normal", from: 850 },
  italic: { style: "italic", from: 100 },
  "bold-italic": { style: "italic", from: 600 },
} as const;
type Cut = keyof typeof cuts;

/**
 * Reads the fonts that an editor brings, from fonts/ in the publication's folder: their faces, and what is wrong with
 * their files.
 */
export async function readFonts(
  folder: string,
  fonts: Fonts | undefined,
  at: At,
): Promise<{ faces: Face[]; problems: Problem[] }> {
  const read = await Promise.all(
    (["text", "headings"] as const).map((role) => readFamily(folder, role, fonts?.[role], at)),
  );
  return { faces: read.flatMap(({ faces }) => faces), problems: read.flatMap(({ problems }) => problems) };
}

async function readFamily(
  folder: string,
  role: "text" | "headings",
  font: Fonts["text"],
  at: At,
): Promise<{ faces: Face[]; problems: Problem[] }> {
  if (!font) return { faces: [], problems: [] };
  const { licence, ...files } = font;
  const own = { own: role, family: role === "text" ? "Own Text" : "Own Headings" };
  const place = at("fonts", role, "licence");
  const text = licence.startsWith("fonts/") ? await readBytes(folder, licence, place) : Buffer.from(`${licence}\n`);
  const read = await Promise.all(
    Object.entries(files).map(async ([cut, file]) => {
      const bytes = await readFont(folder, file, at("fonts", role, cut));
      if (!(bytes instanceof Uint8Array)) return bytes;
      const { style } = cuts[cut as Cut];
      const source = { name: `own-${role}-${cut}.woff2`, source: bytes };
      return {
        ...own,
        ...source,
        style,
        weight: weightsOf(cut as Cut, files),
        licence: { name: `LICENSE-own-${role}.txt`, source: text as Uint8Array },
      };
    }),
  );
  return {
    faces: read.flatMap((face) => ("code" in face ? [] : [face])),
    problems: [
      ...(text instanceof Uint8Array ? [] : [text]),
      ...read.flatMap((face) => ("code" in face ? [face] : [])),
    ],
  };
}

// From its own weight to the next that is there.
function weightsOf(cut: Cut, files: Partial<Record<Cut, string>>): string {
  const { style, from } = cuts[cut];
  const next = Object.keys(files)
    .map((name) => cuts[name as Cut])
    .filter((other) => other.style === style && other.from > from);
  return `${from} ${Math.min(901, ...next.map(({ from }) => from)) - 1}`;
}

async function readFont(folder: string, name: string, place: Place): Promise<Uint8Array | Problem> {
  if (!name.startsWith("fonts/") || !/\.(woff2|ttf|otf)$/i.test(name)) {
    const hint =
      "Put the file into the folder fonts/, beside publication.yaml, and name it from there: fonts/name.woff2, .ttf or .otf.";
    return { code: "value-wrong", place, message: `"${name}" is not a font file in fonts/`, hint };
  }
  const bytes = await readBytes(folder, name, place);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    const { mayBeEmbedded } = await describeFont(bytes);
    if (mayBeEmbedded) return bytes;
    const hint = "Ask its maker for a licence to embed it, and for the file that goes with it, or take another font.";
    return {
      code: "font-unusable",
      place,
      message: `the font ${path.basename(name)} says that it must not be embedded (OS/2 fsType)`,
      hint,
    };
  } catch {
    const hint = "Copy it again from where it came; the file is damaged, or is none.";
    return { code: "font-unusable", place, message: `the font ${path.basename(name)} cannot be read`, hint };
  }
}
