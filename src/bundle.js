import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// The only importer of esbuild, which turns TypeScript into JavaScript. It is imported when it is needed: reading it
// takes time.

/**
 * Bundles entry points of the program for Node, into a folder. What they share goes into files beside them.
 * @param {string} source the folder of the sources
 * @param {string[]} entries paths in that folder
 * @param {string} folder
 * @returns {Promise<void>}
 */
export async function bundleProgram(source, entries, folder) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: entries.map((entry) => path.join(source, entry)),
    outbase: source,
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    plugins: [{ name: "places", setup: keepPlaces }],
    logLevel: "silent",
  });
}

/**
 * Returns a file with all that it imports as one script for the browser; its exports are then on the global object
 * `name`.
 * @param {string} file
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function bundleScript(file, name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: "iife",
    globalName: name,
    target: "esnext",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

// Files and packages are looked for from where the sources are, not from where the bundle is.
/** @param {import("esbuild").PluginBuild} build */
function keepPlaces(build) {
  build.onLoad({ filter: /\.[jt]s$/ }, ({ path: file }) => ({
    loader: file.endsWith(".ts") ? "ts" : "js",
    contents: readFileSync(file, "utf8").replaceAll(
      /(?<!["'])import\.meta\.url/g,
      JSON.stringify(pathToFileURL(file).href),
    ),
  }));
  build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
    kind === "entry-point" ? undefined : { path: import.meta.resolve(name), external: true },
  );
}
