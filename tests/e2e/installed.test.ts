import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hard } from "../support/hard.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { assemblePackage, bundledPackages } from "../supply/package.ts";

const temporary = temporaryFolder();
const assembled = path.join(temporary, "package");

beforeAll(() => assemblePackage(assembled));

/** Returns a new folder with a publication in statements/, beside which nothing of this project is. */
function makeFolder(name: string): string {
  const folder = path.join(temporary, name);
  cpSync("tests/fixtures/small", path.join(folder, "statements"), { recursive: true });
  return folder;
}

function run(folder: string, program: string, ...parameters: string[]): string {
  return execFileSync(program, parameters, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

describe("the package", () => {
  it("has the program as JavaScript, no test, and no script that npm would run", () => {
    const files = readdirSync(assembled, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /\.(?:ts|map|test\..+)$/.test(file))).toEqual([]);
    expect(JSON.parse(readFileSync(path.join(assembled, "package.json"), "utf8"))).not.toHaveProperty("scripts");
    // The addresses of this machine.
    for (const file of files.filter((file) => file.endsWith(".js")))
      expect(readFileSync(path.join(assembled, file), "utf8")).not.toContain(import.meta.dirname.split("/tests")[0]);
  });

  it("builds in a folder of someone's own, without the packages that are bundled into it", () => {
    const folder = makeFolder("linked");
    const packages = path.join(folder, "node_modules");
    mkdirSync(packages);
    for (const name of readdirSync("node_modules"))
      if (!bundledPackages.includes(name)) symlinkSync(path.resolve("node_modules", name), path.join(packages, name));
    cpSync(assembled, path.join(packages, "pamphlet"), { recursive: true });
    // Eleventy leaves out what .gitignore names.
    writeFileSync(path.join(folder, ".gitignore"), "node_modules/\n");
    run(folder, process.execPath, path.join(packages, "pamphlet/src/pamphlet.js"), "build", "--only", "pamphlet");
    expect(existsSync(path.join(folder, "build/SHA256SUMS"))).toBe(true);
  });
});

// npm takes packages from its cache where it has them, which “npm ci” has filled.
describe.runIf(hard)("npm", () => {
  let packed = "";
  beforeAll(() => {
    const [{ filename }] = JSON.parse(run(temporary, "npm", "pack", assembled, "--json")) as [{ filename: string }];
    packed = path.join(temporary, filename);
  });

  const install = (folder: string, ...parameters: string[]) =>
    run(folder, "npm", "install", "--prefer-offline", "--no-audit", ...parameters, packed);

  it("installs it as a dependency of someone's own, no package of which has an install script", () => {
    const folder = makeFolder("dependency");
    writeFileSync(path.join(folder, "package.json"), "{}");
    install(folder);
    expect(readFileSync(path.join(folder, "package-lock.json"), "utf8")).not.toContain("hasInstallScript");
    run(folder, "npx", "pamphlet", "build");
    expect(existsSync(path.join(folder, "build/web/index.html"))).toBe(true);
  });

  it("installs it as a command for all folders", () => {
    const folder = makeFolder("anywhere");
    const prefix = path.join(temporary, "prefix");
    install(folder, "--global", "--prefix", prefix);
    run(folder, path.join(prefix, "bin/pamphlet"), "build", "--only", "epub");
    expect(readdirSync(path.join(folder, "build/epub"))).toHaveLength(1);
  });

  it("runs it without installing it", () => {
    const folder = makeFolder("npx");
    const words = ["--yes", "--prefer-offline", "--package", packed, "--", "pamphlet", "check"];
    expect(run(folder, "npx", ...words)).toContain("no problem.");
  });
});
