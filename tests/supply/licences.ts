import { readFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { listPackages, type Package } from "./packages.ts";

/** The file with the table of licences. It goes into the package of the program. */
export const tableFile = "src/THIRD-PARTY.md";

// Licences that let anyone use, copy and pass on what is under them, with other software and without its source. Under
// the LGPL is libvips, a library that sharp loads as a file of its own, unchanged, and which can be exchanged for
// another; of the MPL is one unchanged package.
const permitted = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "CC-BY-4.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
  "Zlib",
]);

/**
 * Returns whether an SPDX expression is permitted: of licences joined by OR one must be on the list, of those joined by
 * AND all.
 */
export function isPermitted(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const takeAny = (): boolean => {
    const results = [takeAll()];
    while (tokens[0] === "OR") results.push(tokens.splice(0, 1) && takeAll());
    return results.includes(true);
  };
  const takeAll = (): boolean => {
    const results = [takeOne()];
    while (tokens[0] === "AND") results.push(tokens.splice(0, 1) && takeOne());
    return !results.includes(false);
  };
  const takeOne = (): boolean => {
    const token = tokens.shift();
    if (token !== "(") return permitted.has(token ?? "");
    const result = takeAny();
    return tokens.shift() === ")" && result;
  };
  return takeAny() && tokens.length === 0;
}

/** Returns a sentence for each package whose licence is not permitted. */
export function listForbidden(packages: Package[]): string[] {
  return packages
    .filter(({ licence }) => !isPermitted(licence))
    .map(({ name, version, licence }) => `The licence of ${name} ${version}, “${licence}”, is not on the list.`);
}

/** Composes the table of licences from the lockfile and the installed packages, the same on every system. */
export async function composeTable(): Promise<string> {
  const packages = listPackages();
  const isFont = ({ licence }: Package) => licence === "OFL-1.1";
  const text = `# Third-party software and fonts

\`npm run licences\` writes this file from the lockfile, and a test makes sure that it is up to date. It lists what
\`npm install\` adds to the program. None of that is in the program's own package: npm installs each package with its
licence. Only the profiles are in it.

## Fonts

The fonts are under the SIL Open Font License. PDFs and EPUBs embed no more of a font than the characters that they show;
for documents the licence asks nothing. The web edition serves fonts as files, and has the licence text of each family
beside them, in \`web/fonts/\`. Packages of fonts that an editor adds bring their licence in the same way.

${table(packages.filter(isFont))}

## Profiles of printing conditions

\`src/press/profiles/README.md\` says where they come from, and has their licences. Press files embed one if their
standard asks for it.

| file | condition | licence |
| --- | --- | --- |
| FOGRA39L_coated.icc | FOGRA39, offset on coated paper | Zlib |
| FOGRA47L_uncoated.icc | FOGRA47, offset on uncoated paper | CC0-1.0 |

## Software

${table(packages.filter((one) => !isFont(one)))}
`;
  return format(text, { parser: "markdown", ...JSON.parse(readFileSync(".prettierrc.json", "utf8")) });
}

function table(packages: Package[]): string {
  const rows = packages.map(({ name, version, licence, text, isForSomeSystems }) => {
    const where = isForSomeSystems ? "package for some systems only" : text ? `in ${path.basename(text)}` : "missing";
    return [name, version, licence, where];
  });
  return [["package", "version", "licence", "licence text"], ["-", "-", "-", "-"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
