import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { main } from "../../src/cli/main.ts";
import { compareBuilds } from "../../src/errata/compare-builds.ts";
import { makeErrataSlip } from "../../src/errata/slip.ts";
import { readPdfText } from "../../src/inspect/pdf-text.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { buildOnce } from "../support/builds.ts";
import { facesFor, publicationOf } from "../support/publication.ts";
import { temporaryFolder } from "../support/temporary.ts";

const fixture = "tests/fixtures/small";

/** Builds the pamphlet of a copy of the fixture in which words of the preface are replaced. */
async function buildChanged(page: string, ...changes: [string, string][]): Promise<{ folder: string; out: string }> {
  const [folder, out] = ["changed", "out"].map((name) => path.join(temporaryFolder(), name)) as [string, string];
  cpSync(fixture, folder, { recursive: true });
  const edit = (file: string, replace: (text: string) => string) =>
    writeFileSync(path.join(folder, file), replace(readFileSync(path.join(folder, file), "utf8")));
  edit("publication.yaml", (text) => text.replace(/^(print:\n)?/m, `print:\n  page: ${page}\n`));
  for (const [from, to] of changes) edit("preface.md", (text) => text.replace(from, to));
  await build({ folder, out, only: ["pamphlet"] });
  return { folder, out };
}

async function run(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const result = { status: -1, stdout: "", stderr: "" };
  result.status = await main(words, {
    stdout: { write: (text) => (result.stdout += text) },
    stderr: { write: (text) => (result.stderr += text) },
  });
  return result;
}

const wordsIn = async (pdf: Uint8Array) =>
  (await readPdfText(pdf, await openPdf(pdf))).pages
    .map(({ runs }) => runs.map(({ text }) => text).join(""))
    .join("")
    .replaceAll(/\s+/g, " ");

describe("two builds", () => {
  it("have the same words if only the size of the page is another", async () => {
    const { out: earlier } = await buildOnce(fixture);
    const { out } = await buildChanged("A6");
    expect(await compareBuilds(earlier, out)).toEqual([]);
    const slip = path.join(temporaryFolder(), "slip.pdf");
    const { status, stdout } = await run("diff", earlier, "--out", out, "--errata", slip);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "The pages of both builds have the same words.\n" });
    expect(existsSync(slip)).toBe(false);
  });

  it("are told apart with page and line, and an errata slip has the changes", async () => {
    const { out: earlier } = await buildOnce(fixture);
    const { folder, out } = await buildChanged(
      "A5",
      ["preface is", "foreword is"],
      ["second", "further"],
      ["an indent", "a dent"],
    );
    const slip = path.join(temporaryFolder(), "slip.pdf");
    const { status, stdout } = await run("diff", earlier, "--in", folder, "--out", out, "--errata", slip);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "page  line  was        is",
        "   4     2  preface    foreword",
        "   4     3  second     further",
        "   4     3  an indent  a dent",
        "3 changes.",
        `The errata slip is ${slip}.`,
        "",
      ].join("\n"),
    );
    expect(await wordsIn(readFileSync(slip))).toContain(
      "Page Line Printed Should read 4 2 preface foreword 4 3 second",
    );
  });

  it("cannot be compared without a pamphlet, nor written where there is no room for a slip", async () => {
    const { out } = await buildOnce(fixture);
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "manifest.json"), '{ "files": [] }');
    expect((await run("diff", folder, "--out", out)).stderr).toContain("has no pamphlet to compare");
    expect((await run("diff", temporaryFolder(), "--out", out)).stderr).toContain("has no build in it");
    expect((await run("diff", out, "--out", out, "--errata", "slip.doc")).stderr).toContain("must end in .pdf");
    expect((await run("diff", "untitled", "--in", fixture, "--errata", "x.pdf")).stderr).toContain(
      "not the folder of a",
    );
  });
});

describe("an errata slip", () => {
  it("is in the language of the publication, and as long as it needs to be", async () => {
    const publication = publicationOf([{}], { language: "fa", faces: await facesFor("سلام ۱", ["fa"]) });
    const errata = Array.from({ length: 60 }, (_, index) => ({ page: "۴", line: index + 1, was: "سلام", is: "درود" }));
    const slip = await makeErrataSlip(publication, errata);
    const { pages, language, title } = await readPdfText(slip, await openPdf(slip));
    expect({ language, title }).toEqual({ language: "fa", title: "اصلاحات" });
    expect(pages.length).toBe(2);
  });
});
