import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionOf } from "../../src/artifact.ts";
import { build } from "../../src/build.ts";
import { PublicationProblems } from "../../src/errors.ts";
import { editionNames } from "../../src/schemas.ts";

const room = mkdtempSync(path.join(tmpdir(), "pamphlet-test-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();

const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("the real publication", () => {
  const out = path.join(room, "real");
  beforeAll(async () => void (await build({ folder: path.resolve("statements"), out })));

  it("comes out in every edition, each proved", () => {
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

  it("lists every file with its sum, and the sums are right", () => {
    const sums = readFileSync(path.join(out, "SHA256SUMS"), "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split("  ") as [string, string]);
    expect(sums.map(([, file]) => file)).toEqual(
      filesIn(out).filter((file) => !["manifest.json", "SHA256SUMS"].includes(file)),
    );
    expect(sums.map(([, file]) => hash(path.join(out, file)))).toEqual(sums.map(([sum]) => sum));
  });

  it("comes out the same to the byte a second time, elsewhere on the clock and the map", async () => {
    const again = path.join(room, "again");
    const zone = process.env["TZ"];
    process.env["TZ"] = "Pacific/Kiritimati";
    try {
      await build({ folder: path.resolve("statements"), out: again });
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(readFileSync(path.join(again, "SHA256SUMS"), "utf8")).toBe(
      readFileSync(path.join(out, "SHA256SUMS"), "utf8"),
    );
  });
});

describe("a fixture", () => {
  it("of every kind of block comes out in every edition", async () => {
    const out = path.join(room, "small");
    const artifacts = await build({ folder: path.resolve("tests/fixtures/small"), out });
    expect(artifacts.find(({ path }) => path.endsWith("-a5.pdf"))?.pages).toBeGreaterThan(6);
    expect(readFileSync(path.join(out, "web/template-syntax.html"), "utf8")).toContain("{{ 7 * 7 }}");
  });

  it("with all that one should not write comes out as well", async () => {
    const artifacts = await build({ folder: path.resolve("tests/fixtures/hostile"), out: path.join(room, "hostile") });
    expect(new Set(artifacts.map(({ kind }) => editionOf(kind)))).toEqual(new Set(editionNames));
  });

  it("in another language, of one statement and no event, comes out as well", async () => {
    const out = path.join(room, "german");
    await build({ folder: path.resolve("tests/fixtures/german"), out });
    const text = readFileSync(path.join(out, "text/probeheft.txt"), "utf8");
    expect(text).toContain("„Anführungszeichen“");
    expect(text).toContain("Inhalt");
  });
});

describe("a build that fails", () => {
  const out = path.join(room, "kept");

  it("leaves what the last good one made", async () => {
    const folder = path.join(room, "broken");
    cpSync("tests/fixtures/german", folder, { recursive: true });
    await build({ folder, out, only: ["text"] });
    const before = hash(path.join(out, "SHA256SUMS"));
    const file = path.join(folder, "probetext.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("unansehnliche ", ""));
    await expect(build({ folder, out, only: ["text"] })).rejects.toThrow(PublicationProblems);
    expect(hash(path.join(out, "SHA256SUMS"))).toBe(before);
    expect(readdirSync(room).filter((name) => name.startsWith(".build-"))).toEqual([]);
  });

  it("names file, line and word", async () => {
    const error = await build({ folder: path.join(room, "broken"), out }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PublicationProblems);
    const [problem] = (error as PublicationProblems).problems;
    expect(problem).toMatchObject({ code: "not-verbatim", place: { file: "probetext.md", line: 10 } });
    expect(problem?.message).toContain("unansehnliche");
  });

  it("does not replace a folder that no build has made", async () => {
    const foreign = path.join(room, "foreign");
    cpSync("tests/fixtures/german", foreign, { recursive: true });
    await expect(
      build({ folder: path.resolve("tests/fixtures/german"), out: foreign, only: ["text"] }),
    ).rejects.toThrow("no build has made");
    expect(existsSync(path.join(foreign, "publication.yaml"))).toBe(true);
  });
});
