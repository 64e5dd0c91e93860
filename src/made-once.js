import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Returns a folder that is made once on a machine and used ever after: beside the packages or, where nothing can be
 * written there, in the cache of the user (XDG Base Directory Specification) or the temporary folder. `name` must say
 * all on which the content depends. `make` fills an empty folder, which is renamed when it is full: another process
 * never finds half of it. Throws what `make` throws, and errors of the system.
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
  const there = places.map((place) => path.join(place, name)).find((folder) => existsSync(folder));
  if (there) return there;
  const place = places.find(isWritable) ?? besidePackages;
  const folder = path.join(place, name);
  const partial = mkdtempSync(path.join(place, "partial-"));
  try {
    await make(partial);
    // Only its owner may read a temporary folder, but this one is for all users of the machine.
    chmodSync(partial, 0o755);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

// What the system answers where writing is forbidden. Any other error is one that a second place would not cure.
const forbidden = new Set(["EACCES", "EPERM", "EROFS"]);

/** @param {string} folder */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(path.join(folder, "trial-")), { recursive: true });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && forbidden.has(String(error.code))) return false;
    throw error;
  }
}
