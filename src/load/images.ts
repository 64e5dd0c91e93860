import path from "node:path";
import { inspect, settled } from "../image.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Image } from "../publication.ts";
import { fileNames, readBytes } from "./folder.ts";

// What every edition can carry in an address without writing it otherwise.
const possible = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The files in images/: the pictures among them, and what is wrong with the others. */
export async function readImages(
  folder: string,
): Promise<{ images: Image[]; found: Draft["images"]; problems: Problem[] }> {
  const all = (await fileNames(path.join(folder, "images"))) ?? [];
  const read = await Promise.all(all.map((name) => readImage(folder, `images/${name}`)));
  return {
    images: read.flatMap((file) => ("bytes" in file ? [file] : [])),
    found: read.flatMap((file) => ("place" in file ? [] : [file])),
    problems: read.flatMap((file) => ("place" in file ? [file] : [])),
  };
}

async function readImage(folder: string, name: string): Promise<Image | { name: string; fault: string } | Problem> {
  const place = { file: name, line: 1, column: 1 };
  if (!possible.test(path.basename(name))) {
    const message = `"${path.basename(name)}" is not a name that an image can have`;
    return { code: "value-wrong", place, message, hint: "Use letters, digits, hyphens and dots alone." };
  }
  const bytes = await readBytes(folder, name, place);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const picture = await inspect(name, bytes);
  return typeof picture === "string"
    ? { name, fault: picture }
    : { name, bytes: await settled({ bytes, ...picture }), ...picture };
}
