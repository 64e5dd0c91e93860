import path from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { PublicationProblems } from "../../src/errors.ts";
import type { Form } from "../../src/forms.ts";
import { pointsPerMm } from "../../src/geometry.ts";
import { openPdf } from "../../src/pdf/document.ts";
import { buildOnce } from "../support/builds.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writePublication } from "../support/write-publication.ts";

const temporary = temporaryFolder();

const sentence = "This is a plain fixture sentence, in nine words.";
const bodyOf = (paragraphs: number, sentences: number) =>
  Array.from(
    { length: paragraphs },
    (_, index) => `Paragraph ${index + 1}. ${Array.from({ length: sentences }, () => sentence).join(" ")}`,
  ).join("\n\n");

const sizeOf = async (bytes: Uint8Array) => {
  const { width, height } = (await openPdf(bytes)).getPage(0).getTrimBox();
  return [width, height].map((length) => Math.round((10 * length) / pointsPerMm) / 10);
};

/** Builds one text in one form; returns the problems, or the files with the size of a page and their number. */
async function buildForm(name: string, form: Form, body: string, more: object = {}): Promise<unknown> {
  const folder = writePublication(path.join(temporary, name), [{ slug: "text", body, as: [form], source: undefined }], {
    editions: ["leaflets"],
    ...more,
  });
  try {
    const made = await build({ folder, out: path.join(temporary, `${name}-out`) });
    return await Promise.all(
      made.map(async ({ path, pages, bytes }) => [path.replace("print/leaflets/", ""), pages, await sizeOf(bytes)]),
    );
  } catch (error) {
    return (error as PublicationProblems).problems.map(({ code, message }) => `${code} ${message}`);
  }
}

describe("texts and events that ask for forms", () => {
  it("are made in these forms and no other, each on its sheet", async () => {
    const { artifacts } = await buildOnce("tests/fixtures/forms");
    const files = artifacts.map(({ path, pages }) => `${path.replace("print/leaflets/", "")} ${pages}`);
    expect(files).toEqual([
      "english-mini-zine.pdf 6",
      "english-mini-zine-a4.pdf 1",
      "english-tri-fold.pdf 6",
      "english-tri-fold-a4.pdf 2",
      "english-poster-a4.pdf 1",
      "english-poster-a3.pdf 1",
      "english-poster-tiles-a4.pdf 4",
      "german-z-fold.pdf 6",
      "german-z-fold-a4.pdf 2",
      "german-mini-zine.pdf 8",
      "german-mini-zine-a4.pdf 1",
      "persian-tri-fold.pdf 6",
      "persian-tri-fold-a4.pdf 2",
      "persian-quarter-fold.pdf 8",
      "persian-quarter-fold-a4.pdf 2",
      "forms-fixture-event.pdf 1",
      "forms-fixture-event-a4.pdf 1",
      "forms-fixture-event-poster-a4.pdf 1",
      "forms-fixture-event-poster-a3.pdf 1",
      "forms-fixture-event-poster-tiles-a4.pdf 4",
      "forms-fixture-event-tri-fold.pdf 6",
      "forms-fixture-event-tri-fold-a4.pdf 2",
      "forms-fixture-event-mini-zine.pdf 6",
      "forms-fixture-event-mini-zine-a4.pdf 1",
      "tri-fold-test.pdf 2",
      "z-fold-test.pdf 2",
      "mini-zine-test.pdf 1",
      "quarter-fold-test.pdf 2",
    ]);
  });

  it("are set on US Letter where that is read", async () => {
    expect(await buildForm("letter", "tri-fold", bodyOf(8, 6), { print: { page: "half-letter" } })).toEqual([
      ["text-tri-fold.pdf", 6, [93.1, 215.9]],
      ["text-tri-fold-letter.pdf", 2, [279.4, 215.9]],
      ["tri-fold-test.pdf", 2, [279.4, 215.9]],
    ]);
    expect(await buildForm("letter-poster", "poster", bodyOf(3, 3), { print: { page: "Letter" } })).toEqual([
      ["text-poster-letter.pdf", 1, [215.9, 279.4]],
      ["text-poster-tabloid.pdf", 1, [279.4, 431.8]],
    ]);
  });

  it.each(["tri-fold", "z-fold", "mini-zine", "quarter-fold", "poster"] as const)(
    "are a problem as a %s if they are too long",
    async (form) => {
      expect(await buildForm(`long-${form}`, form, bodyOf(120, 8))).toEqual([
        `form-wrong There is too much text for a ${form}, even in its smallest type.`,
      ]);
    },
  );

  it("have empty panels, and a remark, if the text is too short", async () => {
    const text = { slug: "text", body: bodyOf(1, 2), as: ["mini-zine" as const], source: undefined };
    const folder = writePublication(path.join(temporary, "one-paragraph"), [text]);
    const made = await build({ folder, out: `${folder}-out`, only: ["leaflets"] });
    const [zine, ...others] = made.filter(({ kind }) => kind === "mini-zine");
    expect([zine!.pages, others]).toEqual([3, []]);
    expect(zine!.remarks).toEqual([
      "More than a third of the 8 pages is empty: a leaflet or a poster suits a text so short.",
    ]);
  });

  it("are a problem if what stands on a panel by itself has no room there", async () => {
    const title = Array.from({ length: 15 }, () => "Fixturewords").join(" ");
    expect(
      await buildForm("long-cover", "mini-zine", bodyOf(6, 2), {
        event: [1, 2, 3, 4].map((day) => ({
          title,
          date: `2021-05-0${day}`,
          place: title,
          address: title,
          host: title,
        })),
      }),
    ).toEqual([
      "form-wrong The events and the source do not fit on the back of a mini-zine, even in its smallest type.",
    ]);
  });

  it("keep every letter of a word that is wider than a panel", async () => {
    const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    const body = bodyOf(6, 2).replaceAll("plain", word);
    expect(await buildForm("wide-word", "mini-zine", body, { language: "de" })).toMatchObject([
      ["text-mini-zine.pdf", 8, [74.3, 105]],
      ["text-mini-zine-a4.pdf", 1, [297, 210]],
      ["mini-zine-test.pdf", 1, [297, 210]],
    ]);
  });
});

describe("leaflets of other pages", () => {
  it.each([
    ["A6", [105, 148], [210, 297]],
    ["DL", [99, 210], [297, 210]],
    ["A4", [210, 297], [210, 297]],
    ["square", [148, 148], [297, 210]],
  ] as const)("are %s pages, as often as an office sheet has room", async (page, trim, sheet) => {
    expect(await buildForm(`leaflet-${page}`, "leaflet", bodyOf(3, 2), { print: { page } })).toMatchObject([
      ["text.pdf", 1, trim],
      ["text-a4.pdf", 1, sheet],
    ]);
  });

  it("are folded if they are longer than two pages: two booklets of A6 on a sheet", async () => {
    expect(await buildForm("leaflet-long", "leaflet", bodyOf(14, 8), { print: { page: "A6" } })).toMatchObject([
      ["text.pdf", 4, [105, 148]],
      ["text-a4.pdf", 2, [210, 297]],
    ]);
  });
});
