import { copyFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

// The only importer of esbuild, which turns TypeScript into JavaScript. It is imported when it is needed: reading it
// takes time.

/** The entry points of the program for Node: the file that is made of each, and its source. */
const entries = { main: "cli/main.ts", eleventy: "compile/eleventy.ts", thread: "thread.ts" };

/**
 * What runs in a page of the browser: the file that is made of each source, which is one script, and the global object
 * that then has its exports.
 */
const scripts = {
  "in-page.js": { source: "layout/in-page/index.ts", global: "inPage" },
  "preview.js": { source: "preview/client/main.ts", global: "preview" },
};

/**
 * How a bundle refers to what it does not contain.
 * @typedef {object} References
 * @property {(file: string) => string} file returns a JavaScript expression: the address of a file of the sources
 * @property {(name: string) => string} library returns how a package is imported
 * @property {boolean} sources whether there are source maps, which lead from the JavaScript to the sources
 */

/**
 * The bundle may be outside of the folder with the packages.
 * @type {References}
 */
export const referencesHere = {
  file: (file) => JSON.stringify(pathToFileURL(file).href),
  library: (name) => import.meta.resolve(name),
  sources: true,
};

/**
 * Makes all JavaScript of the program in a folder: its entry points with what they share beside them, the scripts for
 * the browser, and paged.js, which pagedjs-cli brings as one script.
 * @param {string} source the folder of the sources
 * @param {string} folder
 * @param {References} [references]
 * @returns {Promise<void>}
 */
export async function bundleProgram(source, folder, references = referencesHere) {
  await Promise.all([
    bundleEntries(source, entries, folder, references),
    ...Object.entries(scripts).map(([name, script]) =>
      bundleScript(path.join(source, script.source), script.global, path.join(folder, name)),
    ),
  ]);
  const cli = createRequire(import.meta.url).resolve("pagedjs-cli");
  copyFileSync(path.join(path.dirname(cli), "../dist/browser.js"), path.join(folder, "paged.js"));
}

/**
 * Bundles entry points for Node.
 * @param {string} source
 * @param {Record<string, string>} entries
 * @param {string} folder
 * @param {References} references
 * @returns {Promise<void>}
 */
export async function bundleEntries(source, entries, folder, references) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(source, file)])),
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: references.sources && "linked",
    plugins: [{ name: "references", setup: (build) => setReferences(build, references) }],
    logLevel: "silent",
  });
}

/**
 * Makes one script for the browser of a file and all that it imports; its exports are then on the global object `name`.
 * @param {string} file
 * @param {string} name
 * @param {string} outfile
 * @returns {Promise<void>}
 */
export async function bundleScript(file, name, outfile) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: "iife",
    globalName: name,
    target: "esnext",
    logLevel: "silent",
  });
}

// Files and packages are looked for from where the sources are, not from where the bundle is.
/**
 * @param {import("esbuild").PluginBuild} build
 * @param {References} references
 */
function setReferences(build, references) {
  build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => ({
    loader: file.endsWith(".ts") ? "ts" : "js",
    contents: readFileSync(file, "utf8").replaceAll(/(?<!["'])import\.meta\.url/g, references.file(file)),
  }));
  build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
    kind === "entry-point" ? undefined : { path: references.library(name), external: true },
  );
}
