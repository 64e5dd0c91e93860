import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A package that is installed with the program; packages for its development are not among them. */
export interface Package {
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  /** The name of the file in the package that has the text of the licence, if there is one. */
  text?: string;
  /** True for a package that is installed on some systems only, as those with machine code are. */
  isForSomeSystems: boolean;
}

/** What the lockfile says of a package, by its folder. The first entry, without a name, is the program itself. */
export interface Entry {
  name?: string;
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  hasInstallScript?: boolean;
}

/** Returns the entries of the lockfile except that of the program itself, by the folder of the package. */
export function readLockfile(): [folder: string, entry: Entry][] {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
  return Object.entries(packages).filter(([folder]) => folder !== "");
}

/** Returns the packages that are installed with the program, in order of name and version, each once. */
export function listPackages(): Package[] {
  const packages = readLockfile()
    .filter(([, { dev }]) => !dev)
    .map(([folder, entry]) => describePackage(folder, entry));
  const byName = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

// What packages name in another way than SPDX does.
const spdxNames: Record<string, string> = { OFL: "OFL-1.1" };

// Packages that name no licence exactly, with the one whose text they have.
const licencesRead: Record<string, string> = { "duck 0.1.12": "BSD-2-Clause" };

function describePackage(folder: string, { version, license = "none", os, cpu }: Entry): Package {
  const isForSomeSystems = Boolean(os ?? cpu) || !existsSync(folder);
  const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
  return {
    name,
    version,
    licence: licencesRead[`${name} ${version}`] ?? spdxNames[license] ?? license,
    ...(!isForSomeSystems && { text: findLicenceText(folder) }),
    isForSomeSystems,
  };
}

// Some packages have the licence, or a paragraph about it, at the end of their readme.
function findLicenceText(folder: string): string | undefined {
  const names = readdirSync(folder).sort();
  return (
    names.find((name) => /^(?:un)?licen[cs]e|^copying|^ofl/i.test(name)) ??
    names.find((name) => /^readme/i.test(name) && /licen[cs]e/i.test(readFileSync(path.join(folder, name), "utf8")))
  );
}
