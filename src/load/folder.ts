import type { Dirent, Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isNotFound, MachineError, systemReason } from "../errors.ts";
import type { Place, Problem } from "../problem.ts";

export const megabyte = 1e6;

/** The most bytes of a text or a source, in Latin letters a book of 2,000 pages; chosen by eye. */
const mostTextBytes = 5 * megabyte;

/** The most bytes of any other file: an image with as many pixels as it may have takes less. */
const mostBytes = 200 * megabyte;

/** Returns the bytes of a file of the publication, or the problem with it, at the place that names the file. */
export async function readBytes(
  folder: string,
  name: string,
  namedAt: Place,
  most = mostBytes,
): Promise<Uint8Array | Problem> {
  if (!isInside(name)) return outsideProblem(name, namedAt);
  const problem = (message: string, hint?: string): Problem => ({
    code: "file-missing",
    place: namedAt,
    message,
    ...(hint && { hint }),
  });
  try {
    const [real, root] = await Promise.all([realpath(path.join(folder, name)), realpath(folder)]);
    if (!real.startsWith(root + path.sep)) return outsideProblem(name, namedAt);
    const facts = await stat(real);
    if (!facts.isFile()) return problem(`“${name}” is not a file.`, "Name a file here.");
    if (facts.size > most) return tooLargeProblem(name, namedAt, facts.size, most);
    return await readFile(real);
  } catch (error) {
    return isNotFound(error)
      ? problem(`There is no file “${name}”.`)
      : problem(
          `The file “${name}” cannot be read: ${systemReason(error)}.`,
          "Allow your user to read it, or put a readable copy in its place.",
        );
  }
}

/**
 * Returns the text of a file of the publication, with line ends as `\n` and without a byte order mark; or the problem
 * with the file.
 */
export async function readText(folder: string, name: string, namedAt: Place): Promise<string | Problem> {
  const bytes = await readBytes(folder, name, namedAt, mostTextBytes);
  return bytes instanceof Uint8Array ? decodeUtf8(bytes, name) : bytes;
}

/** Returns how many bytes the named files have together, without those that cannot be read. */
export async function sizeOf(folder: string, names: string[]): Promise<number> {
  return (await readFacts(folder, names)).reduce((sum, { size }) => sum + size, 0);
}

/** Returns when one of the named files was last changed, without those that cannot be read. */
export async function lastChangeOf(folder: string, names: string[]): Promise<Date> {
  return new Date(Math.max(0, ...(await readFacts(folder, names)).map(({ mtimeMs }) => mtimeMs)));
}

async function readFacts(folder: string, names: string[]): Promise<Stats[]> {
  const facts = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => [])));
  return facts.flat();
}

/**
 * Returns the sorted names of the files in a folder, without hidden files; undefined if there is no such folder. Throws
 * a MachineError if the folder cannot be read.
 */
export async function listFiles(folder: string): Promise<string[] | undefined> {
  const entries = await readFolder(folder);
  return entries
    ?.filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
}

/**
 * Returns the sorted paths of all files in a folder and in the folders inside it, without hidden ones. Throws a
 * MachineError if one of the folders cannot be read.
 */
export async function listFilesBelow(folder: string, within = ""): Promise<string[]> {
  const entries = (await readFolder(path.join(folder, within))) ?? [];
  const shown = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
  const found = shown.map((entry) => {
    const name = path.posix.join(within, entry.name);
    return entry.isDirectory() ? listFilesBelow(folder, name) : [name];
  });
  return (await Promise.all(found)).flat().sort();
}

async function readFolder(folder: string): Promise<Dirent[] | undefined> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw new MachineError(`The folder ${folder} cannot be read: ${systemReason(error)}.`, { cause: error });
  }
}

// Returns whether a name is a relative path that does not leave its folder. Paths of Windows (C:, backslashes) are
// refused on every system, because a publication moves between machines.
function isInside(name: string): boolean {
  return !path.isAbsolute(name) && !/^[A-Za-z]:|[\\\0]/.test(name) && !name.split("/").includes("..");
}

function outsideProblem(name: string, place: Place): Problem {
  return {
    code: "value-wrong",
    place,
    message: `“${name}” is outside the publication's folder.`,
    hint: "Copy the file into the folder and name it from there, for example sources/leaflet.txt.",
  };
}

function tooLargeProblem(name: string, place: Place, bytes: number, most: number): Problem {
  const [size, limit] = [Math.ceil(bytes / megabyte), most / megabyte];
  return {
    code: "text-long",
    place,
    message: `The file “${name}” has ${size} MB, and the most is ${limit} MB.`,
    hint: "Divide it, or keep only the part that the publication needs.",
  };
}

function decodeUtf8(bytes: Uint8Array, file: string): string | Problem {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    // A fatal decoder throws for one reason alone: bytes that are not UTF-8.
    return notUtf8Problem(bytes, file);
  }
}

// A lenient decoder replaces the bytes that are not UTF-8. So if its text is encoded again, the first byte that differs
// is the first wrong one.
function notUtf8Problem(bytes: Uint8Array, file: string): Problem {
  const again = new TextEncoder().encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const wrong = bytes.findIndex((byte, index) => byte !== again[index]);
  const rows = new TextDecoder().decode(bytes.subarray(0, wrong), { stream: true }).split(/\r\n?|\n/);
  const byte = bytes[wrong]!.toString(16).toUpperCase().padStart(2, "0");
  return {
    code: "not-utf8",
    place: { file, line: rows.length, column: rows.at(-1)!.length + 1 },
    message: `The file is not encoded as UTF-8: the byte 0x${byte} is not part of any character.`,
    hint: "Open the file in an editor, choose UTF-8 as its encoding, and save it again.",
  };
}
