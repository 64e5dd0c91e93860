import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { makeArtifact, makeWebFile, type Artifact } from "../../src/artifact.ts";
import { pointsPerMm } from "../../src/geometry.ts";
import { preflight } from "../../src/verify/preflight.ts";
import { publicationOf } from "../support/publication.ts";

const publication = publicationOf([{ slug: "one" }, { slug: "two" }], { slug: "x" });
const place = { file: "publication.yaml", line: 1, column: 1 };

async function pdfOf(width: number, height: number, bleed: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([(width + 2 * bleed) * pointsPerMm, (height + 2 * bleed) * pointsPerMm]);
  page.setTrimBox(bleed * pointsPerMm, bleed * pointsPerMm, width * pointsPerMm, height * pointsPerMm);
  return pdf.save();
}

describe("preflight", () => {
  it("tells the trim and the bleed of a PDF in mm, and what was proved of its kind", async () => {
    const press = makeArtifact("press", publication, await pdfOf(148, 210, 3), { pages: 1 });
    const pamphlet = makeArtifact("pamphlet", publication, await pdfOf(148, 210, 0));
    const [row] = await preflight(publication, [press, pamphlet], []);
    expect(row).toMatchObject({ path: "print/x-press.pdf", edition: "press", pages: 1, problems: 0 });
    expect(row).toMatchObject({ trim: { width: 148, height: 210 }, bleed: 3, fonts: 0 });
    expect(row!.proved).toContain("PDF/X");
  });

  it("claims nothing of a kind that no rule is about", async () => {
    const test = makeArtifact("printer-test", publication, await pdfOf(297, 210, 0));
    expect((await preflight(publication, [test], []))[0]!.proved).toEqual([]);
  });

  it("claims nothing that was not proved because a file that the rule needs is missing", async () => {
    const pdf = await pdfOf(148, 210, 0);
    const text = (kind: "text" | "statement-text", statement?: string) =>
      makeArtifact(kind, publication, new Uint8Array(), { statement });
    const claims = async (...files: Artifact[]) =>
      (await preflight(publication, files, [])).map(({ path, proved }) => `${path}: ${proved.join(", ")}`);
    const whole = [text("text"), text("statement-text", "one"), text("statement-text", "two")];
    expect(await claims(...whole)).toEqual(["text/x.txt: words", "text/one.txt: words", "text/two.txt: words"]);
    expect(await claims(...whole.slice(0, 2))).toEqual(["text/x.txt: ", "text/one.txt: "]);
    // The press files are compared with the pamphlet, and each leaflet is in two files.
    expect(await claims(makeArtifact("press", publication, pdf))).toEqual(["print/x-press.pdf: "]);
    expect(await claims(makeArtifact("leaflet", publication, pdf, { statement: "one" }))).toEqual([
      "print/leaflets/one.pdf: fonts, tags",
    ]);
  });

  it("lists the web edition as one row, and counts the problems of all its pages there", async () => {
    const files = ["index.html", "pamphlet.html", "one.html"].map((name) => makeWebFile(name, new Uint8Array()));
    const problem = { code: "words-lost" as const, place, message: "“a” does not stand in web/one.html." };
    const text = makeArtifact("text", publication, new Uint8Array());
    const rows = await preflight(publication, [...files, text], [problem]);
    expect(rows.map(({ path, problems }) => [path, problems])).toEqual([
      ["web/index.html", 1],
      ["text/x.txt", 0],
    ]);
  });
});
