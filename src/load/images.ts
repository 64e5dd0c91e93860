import path from "node:path";
import { inspectImage, normalizeImage } from "../image.ts";
import { sha256 } from "../output/checksum.ts";
import type { Problem } from "../problem.ts";
import { runTwoAtATime } from "../promises.ts";
import type { Draft, Image } from "../publication.ts";
import { listFiles, megabyte, readBytes, sizeOf } from "./folder.ts";

// The characters that need no escaping in the addresses of any edition.
const possibleName = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

// The most bytes of all images together. They are in memory during a build, and in several files that it makes.
const mostBytes = 500 * megabyte;

/**
 * Reads images/ in the publication's folder. `images` are those that can be used. `found` are all files that could be
 * read, each with its fault if it cannot be used, which check/ reports. `problems` are those with the names of files
 * and with files that cannot be read.
 */
export async function readImages(
  folder: string,
): Promise<{ images: Image[]; found: Draft["images"]; problems: Problem[] }> {
  const names = (await listFiles(path.join(folder, "images"))) ?? [];
  const bytes = await sizeOf(path.join(folder, "images"), names);
  if (bytes > mostBytes)
    return { images: [], found: names.map((name) => ({ name: `images/${name}` })), problems: [tooLargeProblem(bytes)] };
  // A decoded image takes many times the memory of its file.
  const read = await runTwoAtATime(names, (name) => readImage(folder, `images/${name}`));
  return {
    images: read.flatMap((file) => ("bytes" in file ? [file] : [])),
    found: read.flatMap((file) => ("place" in file ? [] : [file])),
    problems: read.flatMap((file) => ("place" in file ? [file] : [])),
  };
}

// A preview loads the same images again after each change of a text, and to decode one takes longer than all texts.
const decoded = new Map<string, { hash: string; image: Image }>();

async function readImage(folder: string, name: string): Promise<Image | { name: string; fault: string } | Problem> {
  const place = { file: name, line: 1, column: 1 };
  if (!possibleName.test(path.basename(name))) {
    return {
      code: "value-wrong",
      place,
      message: `An image cannot be called “${path.basename(name)}”.`,
      hint: "Use only the letters A to Z, digits, hyphens, underscores and dots.",
    };
  }
  const bytes = await readBytes(folder, name, place);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const hash = sha256(bytes);
  const known = decoded.get(name);
  if (known?.hash === hash) return known.image;
  const facts = await inspectImage(name, bytes);
  if (typeof facts === "string") return { name, fault: facts };
  const image = { name, bytes: await normalizeImage({ bytes, ...facts }), ...facts };
  decoded.set(name, { hash, image });
  return image;
}

function tooLargeProblem(bytes: number): Problem {
  const [found, most] = [bytes, mostBytes].map((size) => Math.ceil(size / megabyte).toLocaleString("en"));
  return {
    code: "image-corrupt",
    place: { file: "images", line: 1, column: 1 },
    message: `The images have ${found} MB together, and the most is ${most} MB.`,
    hint: "Save large ones with fewer pixels: a page of A5 needs 1800 × 2600 at the most.",
  };
}
