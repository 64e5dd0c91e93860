import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleProgram } from "./bundle.js";
import { madeOnce } from "./made-once.js";

// The program is TypeScript, which Node 20 does not run, and some two hundred files, which take long to read one by
// one. So it is bundled into JavaScript when it runs for the first time.

const source = fileURLToPath(new URL(".", import.meta.url));
const entries = ["cli/main.ts", "compile/eleventy.ts", "thread.ts"];

/** @type {Promise<string> | undefined} */
let bundle;

/**
 * Returns the address of the JavaScript of one of the entry points, as `cli/main.ts`.
 * The name of the bundle follows from every byte of the sources and from where they are, so it is never that of other
 * sources.
 * @param {string} entry
 * @returns {Promise<string>}
 */
export async function programOf(entry) {
  bundle ??= findOrMakeBundle();
  return pathToFileURL(path.join(await bundle, entry.replace(/\.ts$/, ".js"))).href;
}

async function findOrMakeBundle() {
  const hash = createHash("sha256").update(source);
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(?:ts|js)$/.test(name)) hash.update(name).update(readFileSync(path.join(source, name)));
  // The versions of the packages.
  hash.update(readFileSync(path.join(source, "../package.json")));
  const name = `program-${hash.digest("hex").slice(0, 16)}`;
  return madeOnce(name, async (folder) => {
    await bundleProgram(source, entries, folder);
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
