import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { editionOf } from "../../src/artifact.ts";
import { build } from "../../src/build.ts";
import { PublicationProblems } from "../../src/errors.ts";
import { usualEditions } from "../../src/edition-names.ts";
import { buildOnce } from "../support/builds.ts";
import { temporaryFolder } from "../support/temporary.ts";

const temporary = temporaryFolder();

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();

const checksum = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("the real publication", () => {
  let out = "";
  beforeAll(async () => void ({ out } = await buildOnce("statements")));

  it("is made in every edition, and each is verified", () => {
    const files = filesIn(out);
    const slug = "against-the-drive-to-war";
    for (const file of [
      `print/${slug}-a5.pdf`,
      `print/${slug}-booklet-short-edge.pdf`,
      `print/${slug}-booklet-long-edge.pdf`,
      "print/leaflets/acg.pdf",
      "print/leaflets/mena-socialists-a4.pdf",
      `print/${slug}-booklet-fronts.pdf`,
      `print/${slug}-booklet-backs.pdf`,
      "print/printer-test.pdf",
      `print/${slug}-press.pdf`,
      `print/${slug}-press-cover.pdf`,
      `epub/${slug}.epub`,
      `text/${slug}.txt`,
      "text/acg.txt",
      "web/index.html",
      "web/acg.html",
      "web/pamphlet.html",
      "manifest.json",
      "SHA256SUMS",
    ])
      expect(files).toContain(file);
  });

  it("lists every file with its checksum, and the checksums are right", () => {
    const sums = readFileSync(path.join(out, "SHA256SUMS"), "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split("  ") as [string, string]);
    expect(sums.map(([, file]) => file)).toEqual(
      filesIn(out).filter((file) => !["manifest.json", "SHA256SUMS"].includes(file)),
    );
    expect(sums.map(([, file]) => checksum(path.join(out, file)))).toEqual(sums.map(([sum]) => sum));
  });
});

describe("a fixture", () => {
  it("with every kind of block is made in every edition", async () => {
    const { out, artifacts } = await buildOnce("tests/fixtures/small");
    expect(artifacts.find(({ path }) => path.endsWith("-a5.pdf"))?.pages).toBeGreaterThan(6);
    expect(readFileSync(path.join(out, "web/template-syntax.html"), "utf8")).toContain("{{ 7 * 7 }}");
  });

  it("with markup, template syntax and odd names in its texts is made in every edition", async () => {
    const { artifacts } = await buildOnce("tests/fixtures/hostile");
    expect(new Set(artifacts.map(({ kind }) => editionOf(kind)))).toEqual(new Set(usualEditions({})));
  });

  it("in German, with one statement and no event, has the quotes and the terms of its language", async () => {
    const { out } = await buildOnce("tests/fixtures/german");
    const text = readFileSync(path.join(out, "text/probeheft.txt"), "utf8");
    expect(text).toContain("„Anführungszeichen“");
    expect(text).toContain("Inhalt");
  });
});

describe("a build that fails", () => {
  const out = path.join(temporary, "kept");

  it("leaves the files of the last good build in place", async () => {
    const folder = path.join(temporary, "broken");
    cpSync("tests/fixtures/german", folder, { recursive: true });
    await build({ folder, out, only: ["text"] });
    const before = checksum(path.join(out, "SHA256SUMS"));
    const file = path.join(folder, "probetext.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("unansehnliche ", ""));
    await expect(build({ folder, out, only: ["text"] })).rejects.toThrow(PublicationProblems);
    expect(checksum(path.join(out, "SHA256SUMS"))).toBe(before);
    expect(readdirSync(temporary).filter((name) => name.startsWith(".build-"))).toEqual([]);
  });

  it("names the file, the line and the word", async () => {
    const error = await build({ folder: path.join(temporary, "broken"), out }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PublicationProblems);
    const [problem] = (error as PublicationProblems).problems;
    expect(problem).toMatchObject({ code: "not-verbatim", place: { file: "probetext.md", line: 10 } });
    expect(problem?.message).toContain("unansehnliche");
  });

  it("does not replace a folder that pamphlet did not make", async () => {
    const foreign = path.join(temporary, "foreign");
    cpSync("tests/fixtures/german", foreign, { recursive: true });
    await expect(
      build({ folder: path.resolve("tests/fixtures/german"), out: foreign, only: ["text"] }),
    ).rejects.toThrow("no build has made");
    expect(existsSync(path.join(foreign, "publication.yaml"))).toBe(true);
  });
});
