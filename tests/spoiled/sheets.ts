import { contentsOf, withContent } from "../support/mutate-pdf.ts";
import {
  dictionaries,
  drawing,
  info,
  name,
  pagesSwapped,
  PDFHexString,
  PDFString,
  pdfWith,
  removed,
  textWith,
  xmpWith,
} from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";
import { withoutFont } from "./reading.ts";

type Change = (bytes: Uint8Array) => Promise<Uint8Array>;

const booklet = (ending: string, name: string, code: Spoiled["code"], message: RegExp, change: Change): Spoiled => ({
  name: `booklet${ending}: ${name}`,
  editions: ["booklet", "pamphlet"],
  spoil: inFile(ending, change),
  code,
  message,
});
const press = (
  name: string,
  code: Spoiled["code"],
  message: RegExp,
  change: Change,
  ending = "-press.pdf",
): Spoiled => ({
  name: `press: ${name}`,
  editions: ["press", "pamphlet"],
  spoil: inFile(ending, change),
  code,
  message,
});
const leaflet = (
  name: string,
  code: Spoiled["code"],
  message: RegExp,
  change: Change,
  ending = "leaflets/blocks.pdf",
): Spoiled => ({ name: `leaflets: ${name}`, editions: ["leaflets"], spoil: inFile(ending, change), code, message });
const notX4 = (what: string, message: string, change: Change) =>
  press(what, "pdf-structure", new RegExp(`fixture-press\\.pdf is not PDF/X-4: ${message}`), change);

// Turns a side of an A4 sheet (841.89 × 595.28 pt) upside down.
const headDown =
  (page: number): Change =>
  async (bytes) => {
    const { number, stream } = (await contentsOf(bytes))[page]!;
    return withContent(bytes, number, `q -1 0 0 -1 841.89 595.28 cm\n${stream}\nQ`);
  };
const empty =
  (page: number): Change =>
  (bytes) =>
    pdfWith(bytes, (_, pages) => void pages[page]!.node.delete(name("Contents")));
const smaller =
  (page: number): Change =>
  (bytes) =>
    pdfWith(bytes, (_, pages) => pages[page]!.setMediaBox(0, 0, 800, 595.28));

/** Cases of what is printed on sheets: booklets, the files for a print shop, and leaflets. */
export const sheets: Spoiled[] = [
  booklet(
    "-short-edge.pdf",
    "a side is empty",
    "words-lost",
    /Page 6 of print\/fixture-booklet-short-edge\.pdf does not show what the page it is made of shows/,
    empty(4),
  ),
  booklet(
    "-short-edge.pdf",
    "two sides are in each other's place",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-short-edge\.pdf does not show what the page it is made of shows/,
    pagesSwapped(0, 4),
  ),
  booklet(
    "-short-edge.pdf",
    "a back is turned, as for the long edge",
    "page-box-wrong",
    /Pages \d+(, \d+)* of print\/fixture-booklet-short-edge\.pdf stand head down when it is folded/,
    headDown(3),
  ),
  booklet(
    "-short-edge.pdf",
    "a sheet is smaller",
    "page-box-wrong",
    /Pages 1 of print\/fixture-booklet-short-edge\.pdf are not 297 × 210 mm/,
    smaller(0),
  ),
  booklet(
    "-short-edge.pdf",
    "a font is not inside",
    "font-not-embedded",
    /is not inside print\/fixture-booklet-short-edge\.pdf/,
    withoutFont,
  ),
  booklet(
    "-long-edge.pdf",
    "a back is turned, as for the short edge",
    "page-box-wrong",
    /of print\/fixture-booklet-long-edge\.pdf stand head down when it is folded/,
    headDown(3),
  ),
  booklet(
    "-fronts.pdf",
    "a side is empty",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf does not show what the page it is made of shows/,
    empty(2),
  ),
  booklet(
    "-backs.pdf",
    "a side is turned",
    "page-box-wrong",
    /of print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf stand head down when it is folded/,
    headDown(1),
  ),
  booklet(
    "-backs.pdf",
    "the sides lie in another order",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf does not show what the page it is made of shows/,
    pagesSwapped(0, 2),
  ),
  booklet(
    "-backs.pdf",
    "a sheet is smaller",
    "page-box-wrong",
    /of print\/fixture-booklet-backs\.pdf are not 297 × 210 mm/,
    smaller(1),
  ),

  press(
    "a line is gone",
    "words-lost",
    /Page 7 of print\/fixture-press\.pdf and print\/fixture-press-cover\.pdf does not show what the page it is made of shows/,
    (bytes) => textWith(bytes, /an arrow|nobody may change/, removed),
  ),
  press(
    "two pages are in each other's place",
    "words-lost",
    /Page 4 of print\/fixture-press\.pdf and print\/fixture-press-cover\.pdf does not show what the page it is made of shows/,
    pagesSwapped(1, 4),
  ),
  press(
    "a page has another trim",
    "page-box-wrong",
    /The boxes of pages 2 of print\/fixture-press\.pdf are not those of 148 × 210 mm with 3 mm of bleed/,
    (bytes) => pdfWith(bytes, (_, pages) => pages[1]!.setTrimBox(30, 30, 400, 595.28)),
  ),
  press(
    "a page has no bleed",
    "page-box-wrong",
    /The boxes of pages 2 of print\/fixture-press\.pdf are not those/,
    (bytes) =>
      pdfWith(bytes, (_, pages) => {
        const { x, y, width, height } = pages[1]!.getTrimBox();
        pages[1]!.setBleedBox(x, y, width, height);
      }),
  ),
  press("a page is gone", "page-box-wrong", /fixture-press\.pdf has 7 pages, which is no multiple of four/, (bytes) =>
    pdfWith(bytes, (pdf) => pdf.removePage(7)),
  ),
  press(
    "it is painted in light",
    "ink-wrong",
    /Page 2 of print\/fixture-press\.pdf is painted in DeviceRGB, and may be in DeviceGray alone/,
    drawing("0.5 0.2 0.1 rg 50 50 1 1 re f", 1),
  ),
  press(
    "the cover is painted in four inks",
    "ink-wrong",
    /of print\/fixture-press-cover\.pdf is painted in DeviceCMYK/,
    drawing("0.5 0.2 0.1 0 k 50 50 1 1 re f", 0),
    "-press-cover.pdf",
  ),
  {
    ...press(
      "a picture has few pixels",
      "image-resolution",
      /The image images\/bars\.png \(40 × \d+ px\) is printed at \d+ px an inch on page 4 of print\/fixture-press\.pdf; a press wants 300/,
      (bytes) =>
        pdfWith(bytes, (pdf) => {
          for (const dictionary of dictionaries(pdf))
            if (dictionary.get(name("Subtype")) === name("Image")) dictionary.set(name("Width"), pdf.context.obj(40));
        }),
    ),
    publication: (publication) => ({
      ...publication,
      images: publication.images.map((image) => ({ ...image, width: 40 })),
    }),
  },
  press("a font is not inside", "font-not-embedded", /is not inside print\/fixture-press\.pdf/, withoutFont),
  notX4("no press is named", "it names no press", (bytes) =>
    pdfWith(bytes, ({ catalog }) => void catalog.delete(name("OutputIntents"))),
  ),
  notX4(
    "its XMP names another standard",
    "its XMP does not say so",
    xmpWith("GTS_PDFXVersion>PDF/X-4<", "GTS_PDFXVersion>PDF/X-3<"),
  ),
  notX4("trapping is not told", "it does not say whether it is trapped", (bytes) =>
    pdfWith(bytes, (pdf) => void info(pdf).delete(name("Trapped"))),
  ),
  notX4("the identifier is gone", "it has no identifier", (bytes) =>
    pdfWith(bytes, (pdf) => void (pdf.context.trailerInfo.ID = undefined)),
  ),
  notX4("it opens with an action", "it acts when it is opened", (bytes) =>
    pdfWith(bytes, (pdf) => pdf.catalog.set(name("OpenAction"), pdf.context.obj([pdf.getPage(0).ref, "Fit"]))),
  ),
  notX4("a page has annotations", "it has annotations", (bytes) =>
    pdfWith(bytes, (pdf, pages) => pages[0]!.node.set(name("Annots"), pdf.context.obj([]))),
  ),
  {
    ...press(
      "the file is gone",
      "file-changed",
      /Of the edition press the file ending in -press\.pdf is gone/,
      async (bytes) => bytes,
    ),
    spoil: (files) => files.filter(({ path }) => !path.endsWith("-press.pdf")),
  },

  leaflet("a line is gone", "words-lost", /does not stand in print\/leaflets\/blocks\.pdf/, (bytes) =>
    textWith(bytes, /^A quotation that stands/, removed),
  ),
  leaflet("the title is another", "pdf-structure", /print\/leaflets\/blocks\.pdf has not the right title/, (bytes) =>
    pdfWith(bytes, (pdf) => info(pdf).set(name("Title"), PDFHexString.fromText("Untitled"))),
  ),
  leaflet(
    "the language is another",
    "pdf-structure",
    /print\/leaflets\/blocks\.pdf has not the right language/,
    (bytes) => pdfWith(bytes, ({ catalog }) => catalog.set(name("Lang"), PDFString.of("de"))),
  ),
  leaflet(
    "it does not say that it is tagged",
    "pdf-structure",
    /print\/leaflets\/blocks\.pdf (has not the right tags|is not tagged right)/,
    (bytes) => pdfWith(bytes, ({ catalog }) => void catalog.delete(name("MarkInfo"))),
  ),
  leaflet(
    "a page is smaller",
    "page-box-wrong",
    /Pages 1 of print\/leaflets\/blocks\.pdf are not 148 × 210 mm/,
    (bytes) => pdfWith(bytes, (_, pages) => pages[0]!.setCropBox(0, 0, 400, 595.28)),
  ),
  leaflet(
    "a side too many",
    "page-box-wrong",
    /print\/leaflets\/blocks-a4\.pdf has \d sides for \d pages of A5; it must have \d/,
    (bytes) => pdfWith(bytes, async (pdf) => void pdf.addPage((await pdf.copyPages(pdf, [0]))[0])),
    "blocks-a4.pdf",
  ),
  leaflet(
    "the copies stand on their heads",
    "page-box-wrong",
    /Pages of print\/leaflets\/blocks-a4\.pdf stand head down/,
    headDown(0),
    "blocks-a4.pdf",
  ),
  leaflet(
    "one of two copies is gone",
    "words-lost",
    /The pages of print\/leaflets\/untitled-a4\.pdf are fewer than those it is made of/,
    (bytes) => withoutSecond(bytes),
    "untitled-a4.pdf",
  ),
  {
    ...leaflet("one is gone", "file-missing", /There is no leaflet of this text/, async (bytes) => bytes),
    spoil: (files) => files.filter(({ path }) => !path.endsWith("leaflets/blocks.pdf")),
  },
];

// A sheet has two copies side by side, each drawn by one `Do`.
async function withoutSecond(bytes: Uint8Array): Promise<Uint8Array> {
  const { number, stream } = (await contentsOf(bytes))[0]!;
  const last = stream.lastIndexOf(" Do");
  return withContent(bytes, number, `${stream.slice(0, stream.lastIndexOf("/", last))}${stream.slice(last + 3)}`);
}
