import path from "node:path";
import { describeFont } from "../fonts/font.ts";
import type { Place, Problem } from "../problem.ts";
import type { At, Face } from "../publication.ts";
import type { Fonts } from "../schemas.ts";
import { readBytes } from "./folder.ts";

// Each font file that an editor can name: its style, and the lowest weight (CSS font-weight) for which it is used. It
// is used up to the weight at which the next file begins. The sheets in styles/ ask for 400, 600, 700 and 900, and the
// limits lie between these.
const cuts = {
  regular: { style: "normal", from: 100 },
  bold: { style: "normal", from: 600 },
  black: { style: "normal", from: 850 },
  italic: { style: "italic", from: 100 },
  "bold-italic": { style: "italic", from: 600 },
} as const;
type Cut = keyof typeof cuts;

type Role = "text" | "headings";

interface ReadFonts {
  faces: Face[];
  problems: Problem[];
}

/** Reads the fonts that `fonts:` in publication.yaml names, from fonts/ in the publication's folder. */
export async function readFonts(folder: string, fonts: Fonts | undefined, at: At): Promise<ReadFonts> {
  const [text, headings] = await Promise.all([
    readFamily(folder, "text", fonts?.text, at),
    readFamily(folder, "headings", fonts?.headings, at),
  ]);
  return { faces: [...text.faces, ...headings.faces], problems: [...text.problems, ...headings.problems] };
}

async function readFamily(folder: string, role: Role, font: Fonts["text"], at: At): Promise<ReadFonts> {
  if (!font) return { faces: [], problems: [] };
  const { licence: licenceText, ...files } = font;
  const licence = await readLicence(folder, licenceText, at("fonts", role, "licence"));
  const read = await Promise.all(
    Object.entries(files).map(async ([name, file]): Promise<Face | Problem> => {
      const bytes = await readFont(folder, file, at("fonts", role, name));
      if (!(bytes instanceof Uint8Array)) return bytes;
      const cut = name as Cut;
      return {
        own: role,
        family: role === "text" ? "Own Text" : "Own Headings",
        name: `own-${role}-${cut}.woff2`,
        source: bytes,
        style: cuts[cut].style,
        weight: weightRange(cut, files),
        // If the licence could not be read, this is a problem and not bytes; but then nothing is made with the face.
        licence: { name: `LICENSE-own-${role}.txt`, source: licence as Uint8Array },
      };
    }),
  );
  return {
    faces: read.flatMap((face) => ("code" in face ? [] : [face])),
    problems: [
      ...(licence instanceof Uint8Array ? [] : [licence]),
      ...read.flatMap((face) => ("code" in face ? [face] : [])),
    ],
  };
}

// A licence is a file in fonts/, or a line of text that becomes a file.
async function readLicence(folder: string, licence: string, place: Place): Promise<Uint8Array | Problem> {
  return licence.startsWith("fonts/") ? readBytes(folder, licence, place) : Buffer.from(`${licence}\n`);
}

function weightRange(cut: Cut, files: Partial<Record<Cut, string>>): string {
  const { style, from } = cuts[cut];
  const next = Object.keys(files)
    .map((name) => cuts[name as Cut])
    .filter((other) => other.style === style && other.from > from);
  return `${from} ${Math.min(901, ...next.map(({ from }) => from)) - 1}`;
}

async function readFont(folder: string, name: string, place: Place): Promise<Uint8Array | Problem> {
  if (!name.startsWith("fonts/") || !/\.(woff2|ttf|otf)$/i.test(name)) {
    return {
      code: "value-wrong",
      place,
      message: `“${name}” is not a font file in fonts/.`,
      hint:
        "Put the file into the folder fonts/, beside publication.yaml, and name it from there: " +
        "fonts/name.woff2, .ttf or .otf.",
    };
  }
  const bytes = await readBytes(folder, name, place);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const unusable = (message: string, hint: string): Problem => ({ code: "font-unusable", place, message, hint });
  try {
    const { mayBeEmbedded } = await describeFont(bytes);
    if (mayBeEmbedded) return bytes;
  } catch (error) {
    // The libraries that read fonts have no error of their own for a damaged file, so what they say is passed on.
    const reason = error instanceof Error ? error.message : String(error);
    return unusable(
      `The font ${path.basename(name)} cannot be read: ${reason.replace(/\.$/, "")}.`,
      "Copy it again from where it came: the file is damaged, or is not a font.",
    );
  }
  return unusable(
    `The font ${path.basename(name)} says that it must not be embedded (OS/2 fsType).`,
    "Ask its maker for a licence to embed it, and for the file that goes with it, or take another font.",
  );
}
