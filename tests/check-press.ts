import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { build } from "../src/build.ts";
import { standardVersions, usualMostInk } from "../src/shop.ts";
import { presetNames, shopPresets, type ShopPreset } from "../src/shop-presets.ts";
import { readingOf } from "../src/verify/readings.ts";

// npm run check:press builds the press files of the publication, with a picture in colours on the cover, for every preset,
// stapled and glued, and compares what this program says of them with what poppler (pdfinfo, pdffonts), qpdf and Ghostscript
// (inkcov, tiffsep, tiff32nc) say. A tool that is not installed is skipped with the reason.

const run = promisify(execFile);
const temporary = mkdtempSync(path.join(tmpdir(), "pamphlet-press-"));

/** By how much boxes may differ, in pt: pdfinfo prints two decimals. */
const tolerance = 0.01;

/** By how much the ink of a spot may differ, in per cent: each of four inks has 256 levels. */
const roundingOfInk = 1;

/** A file for the press, and what it must be. */
interface PressFile {
  name: string;
  file: string;
  bytes: Uint8Array;
  standard: string;
  /** Whether it is printed in black ink alone. */
  isBlack: boolean;
  /** The most ink on one spot, in per cent. */
  mostInk: number;
}

const tools: Record<string, (file: PressFile) => Promise<string[]>> = {
  pdfinfo: compareBoxes,
  pdffonts: findMissingFonts,
  qpdf: async ({ file }) => (await run("qpdf", ["--check", file])).stderr.split("\n").filter(Boolean),
  gs: compareInks,
  "gs, most ink": findTooMuchInk,
};

let faults = 0;
try {
  for (const preset of presetNames)
    for (const binding of ["saddle-stitch", "perfect"])
      for (const file of await buildPress(preset, binding))
        for (const [name, tool] of Object.entries(tools)) faults += await judge(name, tool, file);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.exitCode = faults > 0 ? 1 : 0;

async function buildPress(preset: (typeof presetNames)[number], binding: string): Promise<PressFile[]> {
  const folder = path.join(temporary, `${preset}-${binding}`);
  cpSync("statements", folder, { recursive: true });
  const yaml = path.join(folder, "publication.yaml");
  const shop = `\nprint:\n  paper: 0.5\n  shop: { preset: ${preset}, binding: ${binding} }\n`;
  const picture = "\ncover: { picture: { file: images/colours.png, alt: A fixture } }\n";
  writeFileSync(yaml, readFileSync(yaml, "utf8").replace(/\nprint:\n/, shop) + picture);
  mkdirSync(path.join(folder, "images"), { recursive: true });
  await drawColours(path.join(folder, "images/colours.png"));
  const artifacts = await build({ folder, out: `${folder}-out`, only: ["press"] });
  const { standard, mostInk = usualMostInk }: ShopPreset = shopPresets[preset];
  return artifacts
    .filter(({ kind }) => kind === "press" || kind === "press-cover")
    .map(({ kind, path: name, bytes }) => ({
      name: `${preset}, ${binding}, ${kind}`,
      file: path.join(`${folder}-out`, name),
      bytes,
      standard: standardVersions[standard],
      isBlack: kind === "press",
      mostInk,
    }));
}

// From black to all colours, and from what is translucent to what is not.
async function drawColours(file: string): Promise<void> {
  const [width, height] = [1200, 800];
  const pixels = Uint8Array.from({ length: 4 * width * height }, (_, at) => {
    const [x, y] = [Math.floor(at / 4) % width, Math.floor(at / 4 / width)];
    return [(255 * x) / width, (255 * y) / height, (x * y) % 256, 55 + (200 * y) / height][at % 4]!;
  });
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(file);
}

async function judge(name: string, tool: (file: PressFile) => Promise<string[]>, file: PressFile): Promise<number> {
  try {
    const found = await tool(file);
    print(`${name}: ${file.name}: ${found.length === 0 ? "agrees" : ["", ...found].join("\n  ")}`);
    return found.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    print(`${name}: SKIPPED, it is not installed`);
    return 0;
  }
}

async function compareBoxes({ file, bytes, standard }: PressFile): Promise<string[]> {
  const { pages } = (await readingOf(bytes)).boxesAndFonts;
  const { stdout } = await run("pdfinfo", ["-box", "-f", "1", "-l", String(pages.length), file]);
  const found = stdout.includes(`PDF subtype:    ${standard}\n`) ? [] : [`it is not taken for ${standard}`];
  for (const [index, page] of pages.entries())
    for (const [name, box] of Object.entries({ MediaBox: page.media, BleedBox: page.bleed, TrimBox: page.trim })) {
      const line = stdout.match(new RegExp(`^Page +${index + 1} ${name}: +(.*)$`, "m"))?.[1] ?? "";
      const ours = [box.x, box.y, box.x + box.width, box.y + box.height];
      const theirs = line.split(/ +/).map(Number);
      if (!ours.every((edge, at) => Math.abs(edge - theirs[at]!) <= tolerance))
        found.push(`${name} of page ${index + 1} is ${line}, but we read ${ours.join(" ")}`);
    }
  return found;
}

async function findMissingFonts({ file }: PressFile): Promise<string[]> {
  const [, , ...rows] = (await run("pdffonts", [file])).stdout.trim().split("\n");
  return rows.filter((row) => !/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+ *$/.test(row));
}

async function compareInks({ file, isBlack }: PressFile): Promise<string[]> {
  const { stdout } = await run("gs", ["-q", "-o", "-", "-sDEVICE=inkcov", file]);
  const coverages = stdout
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/ +/).slice(0, 3).map(Number));
  const coloured = coverages.flatMap((inks, index) => (isBlack && inks.some((ink) => ink > 0) ? [index + 1] : []));
  // The colour of the publication has no cyan, so this is the picture's.
  const hasPicture = isBlack || coverages.some(([cyan]) => cyan! > 0);
  const plates = path.join(temporary, "plates");
  mkdirSync(plates);
  await run("gs", ["-q", "-o", path.join(plates, "%d.tif"), "-sDEVICE=tiffsep", "-r72", file]);
  const names = new Set(readdirSync(plates).flatMap((name) => name.match(/\((.+)\)/)?.[1] ?? []));
  rmSync(plates, { recursive: true });
  const others = [...names].filter((name) => !["Cyan", "Magenta", "Yellow", "Black"].includes(name));
  return [
    ...coloured.map((page) => `page ${page} is printed in more than black`),
    ...(hasPicture ? [] : ["its picture has no colours"]),
    ...others.map((name) => `it has a plate for ${name}`),
  ];
}

async function findTooMuchInk({ file, mostInk }: PressFile): Promise<string[]> {
  const page = path.join(temporary, "page.tif");
  await run("gs", ["-q", "-o", page, "-sDEVICE=tiff32nc", "-r72", "-dLastPage=1", file]);
  const pixels = await sharp(page).toColourspace("cmyk").raw().toBuffer();
  let most = 0;
  for (let at = 0; at < pixels.length; at += 4)
    most = Math.max(most, pixels[at]! + pixels[at + 1]! + pixels[at + 2]! + pixels[at + 3]!);
  const share = (100 * most) / 255;
  return share > mostInk + roundingOfInk ? [`a spot has ${share.toFixed(1)} % of ink, and the most is ${mostInk}`] : [];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
