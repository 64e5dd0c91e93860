import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleProgram } from "../../src/bundle.js";

/** Packages whose part in the program is bundled into it. Without them no package of the tree has an install script. */
export const bundledPackages = ["esbuild", "pagedjs-cli"];

/** What the package has besides JavaScript: the files that start it and those that it reads. */
const files = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "src/THIRD-PARTY.md",
  "src/layout/unpack-process.js",
  "src/made-once.js",
  "src/new/template",
  "src/pamphlet.js",
  "src/press/profiles",
  "src/preview/page.css",
  "src/preview/page.html",
  "src/program.js",
  "src/schema",
  "src/site",
  "styles",
];

/**
 * Fills a folder with the files of the package that others install: the program as JavaScript, in program/, and what it
 * reads. A clone has TypeScript and bundles it itself.
 */
export async function assemblePackage(folder: string): Promise<void> {
  for (const file of files) cpSync(file, path.join(folder, file), { recursive: true });
  mkdirSync(path.join(folder, "program"));
  await bundleProgram(path.resolve("src"), path.join(folder, "program"), {
    // All JavaScript is in one folder, and src/ is beside it.
    file: (file) => {
      const fromPackage = path.relative(".", file).replaceAll(path.sep, "/");
      return `new URL(${JSON.stringify(`../${fromPackage}`)}, import.meta.url).href`;
    },
    library: (name) => name,
    sources: false,
  });
  cpSync(licenceOf("pagedjs"), path.join(folder, "program/paged.js.LICENSE.md"));
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(describePackage(), null, 2)}\n`);
}

function describePackage(): object {
  const { name, version, description, keywords, license, type, engines, bin, dependencies } = JSON.parse(
    readFileSync("package.json", "utf8"),
  ) as Record<string, unknown> & { dependencies: Record<string, string> };
  const needed = Object.entries(dependencies).filter(([name]) => !bundledPackages.includes(name));
  return {
    name,
    version,
    description,
    keywords,
    license,
    type,
    engines,
    bin,
    dependencies: Object.fromEntries(needed),
  };
}

function licenceOf(name: string): string {
  return path.join("node_modules", name, "LICENSE.md");
}
