import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { madeOnce } from "./made-once.js";

// The program is TypeScript, which Node 20 does not run, and some two hundred files, which take long to read one by
// one. So it is bundled into JavaScript: in the package, or in a clone when it runs for the first time.

const source = fileURLToPath(new URL(".", import.meta.url));

/** The folder in which the package has the JavaScript. A clone has none. */
const packed = fileURLToPath(new URL("../program", import.meta.url));

/** @type {Promise<string> | undefined} */
let bundle;

/**
 * Returns the path of a file of the program as JavaScript; bundle.js says which there are.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function programFile(name) {
  bundle ??= existsSync(packed) ? Promise.resolve(packed) : findOrMakeBundle();
  return path.join(await bundle, name);
}

/**
 * Imports an entry point of the program.
 * @param {"main" | "eleventy"} name
 */
export async function importProgram(name) {
  return import(pathToFileURL(await programFile(`${name}.js`)).href);
}

// The name of a bundle follows from every byte of the sources and from where they are, so it is never that of other
// sources.
async function findOrMakeBundle() {
  const hash = createHash("sha256").update(source);
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(?:ts|js)$/.test(name)) hash.update(name).update(readFileSync(path.join(source, name)));
  // The versions of the packages.
  hash.update(readFileSync(path.join(source, "../package.json")));
  const name = `program-${hash.digest("hex").slice(0, 16)}`;
  return madeOnce(name, async (folder) => {
    const { bundleProgram } = await import("./bundle.js");
    await bundleProgram(source, folder);
    removeOldBundles(path.dirname(folder));
  });
}

const dayInMs = 24 * 60 * 60 * 1000;

// Each change of the sources makes a bundle. A process that began yesterday may still read from an older one. What a
// killed process has begun to make goes too.
/** @param {string} cache */
function removeOldBundles(cache) {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    const isOld = /^(?:program|partial)-/.test(name) && Date.now() - statSync(folder).mtimeMs > dayInMs;
    if (isOld) rmSync(folder, { recursive: true, force: true });
  }
}
