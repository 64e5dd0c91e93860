import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Returns a folder that is made once on a machine and used ever after: beside the packages or, where nothing can be
 * written there, in the cache of the user (XDG Base Directory Specification) or the temporary folder. `name` must say
 * all on which the content depends. `make` fills an empty folder, which is renamed when it is full: another process
 * never finds half of it. If a file is missing later, or is not as it was made, the folder is made anew. Throws what
 * `make` throws, and errors of the system.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} make
 * @returns {Promise<string>}
 */
export async function madeOnce(name, make) {
  const besidePackages = fileURLToPath(new URL("../node_modules/.cache/pamphlet/", import.meta.url));
  const places = [
    besidePackages,
    path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "pamphlet"),
    path.join(tmpdir(), `pamphlet-${process.getuid?.() ?? "cache"}`),
  ];
  const there = places.map((place) => path.join(place, name)).find(isWhole);
  if (there) return there;
  const place = places.find(isWritable) ?? besidePackages;
  const folder = path.join(place, name);
  const partial = mkdtempSync(path.join(place, "partial-"));
  try {
    await make(partial);
    writeFileSync(path.join(partial, recordName), JSON.stringify(recordOf(partial)));
    // Only its owner may read a temporary folder, but this one is for all users of the machine.
    chmodSync(partial, 0o755);
    if (!isWhole(folder)) replaceFolder(folder, partial);
  } catch (error) {
    // Another process was quicker.
    if (!isWhole(folder)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

/** The file in such a folder that has the size and the rights of every other file, as it was made. */
const recordName = "contents.json";

/** @param {string} folder */
function recordOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
  return Object.fromEntries(paths.map((file) => [file, factsOf(path.join(folder, file))]));
}

/** @param {string} file */
function factsOf(file) {
  const { size, mode } = statSync(file);
  return `${size} bytes, mode ${mode.toString(8)}`;
}

/** @param {string} folder */
function isWhole(folder) {
  try {
    /** @type {Record<string, string>} */
    const record = JSON.parse(readFileSync(path.join(folder, recordName), "utf8"));
    return Object.entries(record).every(([file, facts]) => factsOf(path.join(folder, file)) === facts);
  } catch (error) {
    // A file is missing or may not be read, or the record was cut short.
    if (error instanceof SyntaxError || hasCode(error, "ENOENT", "ENOTDIR", "EACCES")) return false;
    throw error;
  }
}

// A process that runs what is in the old folder keeps it until it ends.
/**
 * @param {string} folder
 * @param {string} fresh
 */
function replaceFolder(folder, fresh) {
  const old = `${fresh}-old`;
  try {
    renameSync(folder, old);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(path.join(folder, "trial-")), { recursive: true });
    return true;
  } catch (error) {
    // Writing is forbidden. Any other error is one that a second place would not cure.
    if (hasCode(error, "EACCES", "EPERM", "EROFS")) return false;
    throw error;
  }
}

/**
 * @param {unknown} error
 * @param {string[]} codes
 */
function hasCode(error, ...codes) {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
