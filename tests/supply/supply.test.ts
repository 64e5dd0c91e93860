import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { arabicFonts, scripts } from "../../src/fonts/scripts.ts";
import { judgeSignatures, judgeVulnerabilities } from "./judge-audit.ts";
import { composeTable, isPermitted, listForbidden, tableFile } from "./licences.ts";
import { listPackages, readLockfile } from "./packages.ts";

/** Why the program can do without the scripts that these packages would run when they are installed. */
const needlessScripts: Record<string, string> = {
  "core-js": "asks for donations",
  "es5-ext": "prints a message",
  esbuild: "replaces its command by the binary of another package, which its functions find themselves",
  puppeteer: "downloads a browser; pagedjs-cli asks for the package, and the program never loads it",
};

describe("the licences of the packages", () => {
  it("are all permitted", () => expect(listForbidden(listPackages())).toEqual([]));

  it("are in the table, which is up to date (or run npm run licences)", async () =>
    expect(readFileSync(tableFile, "utf8")).toBe(await composeTable()));

  it("are named, with the package, where one is not permitted", () => {
    const unknown = { name: "one", version: "1.2.3", licence: "BUSL-1.1", isForSomeSystems: false };
    expect(listForbidden([unknown])).toEqual(["The licence of one 1.2.3, “BUSL-1.1”, is not on the list."]);
  });

  it.each([
    ["MIT", true],
    ["GPL-3.0-or-later", false],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND GPL-3.0-or-later)", false],
    ["MIT AND (GPL-2.0-only OR ISC)", true],
    ["(MIT OR GPL-3.0-or-later) AND GPL-2.0-only", false],
    ["SEE LICENSE IN FILE", false],
    ["MIT ISC", false],
    ["none", false],
    ["", false],
  ])("are read as SPDX expressions: “%s”", (expression, permitted) => expect(isPermitted(expression)).toBe(permitted));
});

it("every font of the program has the text of its licence, which goes with it", () => {
  const types = [...scripts.map(({ type }) => type), ...Object.values(arabicFonts)];
  const installed = types.filter(({ npm }) => existsSync(path.join("node_modules", npm)));
  const fonts = listPackages().filter(({ licence }) => licence === "OFL-1.1");
  expect(fonts.map(({ name }) => name)).toEqual(expect.arrayContaining(installed.map(({ npm }) => npm)));
  for (const { npm, licence } of installed)
    expect(readFileSync(path.join("node_modules", npm, licence), "utf8")).toContain("SIL Open Font License");
  expect(fonts.filter(({ text }) => !text || /^readme/i.test(text))).toEqual([]);
});

describe("the lockfile", () => {
  it("has the checksum of every package, and names no registry", () => {
    const wrong = readLockfile().filter(([, { integrity, resolved }]) => !integrity?.startsWith("sha512-") || resolved);
    expect(wrong.map(([folder]) => folder)).toEqual([]);
  });

  it("has no package that must run a script when it is installed, and npm runs none", () => {
    const running = readLockfile().filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([folder]) => folder.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => !(name in needlessScripts))).toEqual([]);
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  });
});

describe("an audit", () => {
  const one = { name: "one", version: "1.2.3", integrity: "sha512-…" };

  it("fails where a signature is wrong or missing, and names the package", () => {
    const sentence = "The signatures of these packages are missing or wrong: one 1.2.3.";
    for (const answer of [
      { invalid: [one], missing: [] },
      { invalid: [], missing: [one] },
    ])
      expect(judgeSignatures(JSON.stringify(answer))).toEqual({ sentence, hasFailed: true });
  });

  it("passes where all signatures are right", () =>
    expect(judgeSignatures(`{ "invalid": [], "missing": [] }`).hasFailed).toBe(false));

  it.each([
    [`{ "error": { "code": "ENOTFOUND", "summary": "request failed\\nat once" } }`, "request failed"],
    [`{ "error": { "summary": "found no dependencies from a supported registry" } }`, "found no dependencies"],
    [`{ "message": "405 Method Not Allowed", "error": { "summary": "" } }`, "405 Method Not Allowed"],
    [`{}`, "npm gave no reason"],
    [`npm error`, "npm gave no answer"],
    ["", "npm gave no answer"],
  ])("is skipped with the reason where there is no answer: %s", (output, reason) => {
    for (const judge of [judgeSignatures, judgeVulnerabilities]) {
      const { sentence, hasFailed } = judge(output);
      expect(sentence).toMatch(/^SKIPPED: .*[^.]\.$/);
      expect(sentence).toContain(reason);
      expect(hasFailed).toBe(false);
    }
  });

  it("counts known vulnerabilities without failing", () => {
    const answer = { metadata: { vulnerabilities: { low: 0, moderate: 2, high: 1, total: 3 } } };
    expect(judgeVulnerabilities(JSON.stringify(answer))).toEqual({
      sentence: "Packages with known vulnerabilities: 2 moderate, 1 high. “npm audit --omit dev” lists them.",
      hasFailed: false,
    });
    answer.metadata.vulnerabilities = { low: 0, moderate: 0, high: 0, total: 0 };
    expect(judgeVulnerabilities(JSON.stringify(answer)).sentence).toBe("No package has a known vulnerability.");
  });
});
