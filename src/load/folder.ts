import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Place, Problem } from "../problem.ts";

/** The bytes of a file of the publication, or the problem with it; `asked` is where the publication names it. */
export async function readBytes(folder: string, name: string, asked: Place): Promise<Uint8Array | Problem> {
  if (!isInside(name)) return outside(name, asked);
  const file = path.join(folder, name);
  try {
    const [real, root] = await Promise.all([realpath(file), realpath(folder)]);
    if (!real.startsWith(root + path.sep)) return outside(name, asked);
    if (!(await stat(real)).isFile()) return { code: "file-missing", place: asked, message: `"${name}" is not a file` };
    return await readFile(real);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    const message =
      reason === "ENOENT" || reason === "ENOTDIR" ? `"${name}" is not there` : `"${name}" cannot be read (${reason})`;
    return { code: "file-missing", place: asked, message };
  }
}

/**
 * The text of a file of the publication, its line ends as `\n` and without a byte order mark, or the problem with it.
 */
export async function readText(folder: string, name: string, asked: Place): Promise<string | Problem> {
  const bytes = await readBytes(folder, name, asked);
  return bytes instanceof Uint8Array ? decoded(bytes, name) : bytes;
}

/**
 * The names of the files in a folder, hidden ones left out, in an order that is the same everywhere; nothing where
 * there is no such folder.
 */
export async function fileNames(folder: string): Promise<string[] | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  return entries
    ?.filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
}

/**
 * The paths of all files in a folder and the folders inside it, hidden ones left out, in an order that is the same
 * everywhere.
 */
export async function filesBelow(folder: string, within = ""): Promise<string[]> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true }).catch(() => []);
  const shown = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  const found = shown.map((entry) => {
    const name = path.posix.join(within, entry.name);
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  });
  return (await Promise.all(found)).flat().sort();
}

function isInside(name: string): boolean {
  return !path.isAbsolute(name) && !/^[A-Za-z]:|[\\\0]/.test(name) && !name.split("/").includes("..");
}

function outside(name: string, place: Place): Problem {
  return {
    code: "value-wrong",
    place,
    message: `"${name}" lies outside the publication's folder`,
    hint: "Copy the file into the folder and name it from there, for example sources/leaflet.txt.",
  };
}

function decoded(bytes: Uint8Array, file: string): string | Problem {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return notUtf8(bytes, file);
  }
}

// Decoded leniently and encoded again, a text differs from its bytes where the first wrong one stands.
function notUtf8(bytes: Uint8Array, file: string): Problem {
  const again = new TextEncoder().encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const wrong = bytes.findIndex((byte, index) => byte !== again[index]);
  const rows = new TextDecoder().decode(bytes.subarray(0, wrong), { stream: true }).split(/\r\n?|\n/);
  return {
    code: "not-utf8",
    place: { file, line: rows.length, column: rows.at(-1)!.length + 1 },
    message: `the file is not UTF-8: the byte 0x${bytes[wrong]!.toString(16).toUpperCase().padStart(2, "0")} means nothing here`,
    hint: "Open the file in an editor, choose UTF-8 as its encoding, and save it again.",
  };
}
