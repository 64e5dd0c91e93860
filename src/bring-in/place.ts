import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { hasSystemCode, isNotFound, MachineError, systemReason } from "../errors.ts";
import { findFreeName } from "./names.ts";
import { textAt } from "../load/tell.ts";
import { readYaml } from "../load/yaml.ts";

/** The folder of a publication, into which new files are to come. Names of files are in small letters. */
export interface PublicationPlace {
  /** The language that publication.yaml names, if it does. */
  language: string | undefined;
  texts: Set<string>;
  images: Set<string>;
  /** Returns the name that a document has or gets in sources/. The same document is kept once. */
  nameSource: (name: string, bytes: Uint8Array, document: string) => Promise<{ name: string; isNew: boolean }>;
  /** Writes new files, named from the folder. Throws a MachineError if one cannot be written; then none is left. */
  write: (files: { name: string; bytes: Uint8Array }[]) => Promise<void>;
}

// These are texts of another kind by their names; see load/text-files.ts.
const reserved = ["preface", "back", "readme", "license", "licence", "copying", "changelog", "contributing", "todo"];

/** Looks at the folder of a publication, which need not be there yet. */
export async function openPlace(folder: string): Promise<PublicationPlace> {
  const sources = await listNames(path.join(folder, "sources"));
  const texts = await listNames(folder);
  const taken = new Set(sources.map((name) => name.toLowerCase()));
  return {
    language: await readLanguage(folder),
    texts: new Set([...texts.map((name) => name.toLowerCase()), ...reserved.map((name) => `${name}.md`)]),
    images: new Set((await listNames(path.join(folder, "images"))).map((name) => name.toLowerCase())),
    nameSource: async (name, bytes, document) => {
      const within = path.relative(path.join(folder, "sources"), path.resolve(document));
      if (sources.includes(within)) return { name: `sources/${within}`, isNew: false };
      const same = sources.includes(name) ? await readFile(path.join(folder, "sources", name)) : undefined;
      if (same && Buffer.compare(same, bytes) === 0) return { name: `sources/${name}`, isNew: false };
      const { name: stem, ext } = path.parse(name);
      return { name: `sources/${findFreeName(stem, ext, taken)}`, isNew: true };
    },
    write: (files) => writeAll(folder, files),
  };
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw new MachineError(`The folder ${folder} cannot be read: ${systemReason(error)}.`, { cause: error });
  }
}

async function readLanguage(folder: string): Promise<string | undefined> {
  const file = "publication.yaml";
  const text = await readFile(path.join(folder, file), "utf8").catch(() => "");
  return textAt(readYaml(text, file).value, "language");
}

// The flag wx writes no file that is there already, even if it came meanwhile.
async function writeAll(folder: string, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const made: string[] = [];
  for (const { name, bytes } of files) {
    const file = path.join(folder, name);
    try {
      const first = await mkdir(path.dirname(file), { recursive: true });
      if (first !== undefined) made.push(first);
      made.push(file);
      await writeFile(file, bytes, { flag: "wx" });
    } catch (error) {
      const own = hasSystemCode(error, "EEXIST") ? made.slice(0, -1) : made;
      for (const one of own.reverse()) await rm(one, { recursive: true, force: true });
      throw new MachineError(`The file ${file} cannot be written: ${systemReason(error)}.`, { cause: error });
    }
  }
}
