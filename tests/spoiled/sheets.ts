import { readContents, replaceContent } from "../support/mutate-pdf.ts";
import {
  dictionaries,
  drawAtEnd,
  info,
  name,
  swapPages,
  PDFHexString,
  PDFString,
  changePdf,
  removeTextObject,
  changeText,
  changeXmp,
} from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";
import { removeFont } from "./reading.ts";

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
const form = (name: string, code: Spoiled["code"], message: RegExp, change: Change, ending: string): Spoiled => ({
  ...leaflet(name, code, message, change, ending),
  name: `forms: ${name}`,
  fixture: "forms",
});
const notX4 = (what: string, message: string, change: Change) =>
  press(what, "pdf-structure", new RegExp(`fixture-press\\.pdf is not PDF/X-4: ${message}`), change);

// Turns a page by 180° around the middle of a sheet of A4.
const turnPage =
  (page: number): Change =>
  async (bytes) => {
    const { number, stream } = (await readContents(bytes))[page]!;
    return replaceContent(bytes, number, `q -1 0 0 -1 841.89 595.28 cm\n${stream}\nQ`);
  };
const empty =
  (page: number): Change =>
  (bytes) =>
    changePdf(bytes, (_, pages) => void pages[page]!.node.delete(name("Contents")));
const smaller =
  (page: number): Change =>
  (bytes) =>
    changePdf(bytes, (_, pages) => pages[page]!.setMediaBox(0, 0, 800, 595.28));

/** Faults in what is printed on sheets: booklets, press files and leaflets. */
export const sheets: Spoiled[] = [
  booklet(
    "-short-edge.pdf",
    "a side is empty",
    "words-lost",
    /Page 6 of print\/fixture-booklet-short-edge\.pdf differs from the page that it is made from/,
    empty(4),
  ),
  booklet(
    "-short-edge.pdf",
    "two sides are swapped",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-short-edge\.pdf differs from the page that it is made from/,
    swapPages(0, 4),
  ),
  booklet(
    "-short-edge.pdf",
    "a back is turned, as for the long edge",
    "page-box-wrong",
    /print\/fixture-booklet-short-edge\.pdf cannot be folded: pages \d+(, \d+)* would be upside down/,
    turnPage(3),
  ),
  booklet(
    "-short-edge.pdf",
    "a sheet is smaller",
    "page-box-wrong",
    /print\/fixture-booklet-short-edge\.pdf is not 297 × 210 mm on page 1\./,
    smaller(0),
  ),
  booklet(
    "-short-edge.pdf",
    "a font is not embedded",
    "font-not-embedded",
    /print\/fixture-booklet-short-edge\.pdf does not embed the font \S+\./,
    removeFont,
  ),
  booklet(
    "-long-edge.pdf",
    "a back is turned, as for the short edge",
    "page-box-wrong",
    /print\/fixture-booklet-long-edge\.pdf cannot be folded: pages \d+(, \d+)* would be upside down/,
    turnPage(3),
  ),
  booklet(
    "-fronts.pdf",
    "a side is empty",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf differs from the page that it is made from/,
    empty(2),
  ),
  booklet(
    "-backs.pdf",
    "a side is turned",
    "page-box-wrong",
    /print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf cannot be folded: pages? \d/,
    turnPage(1),
  ),
  booklet(
    "-backs.pdf",
    "the sides lie in another order",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-fronts\.pdf and print\/fixture-booklet-backs\.pdf differs from the page that it is made from/,
    swapPages(0, 2),
  ),
  booklet(
    "-backs.pdf",
    "a sheet is smaller",
    "page-box-wrong",
    /print\/fixture-booklet-backs\.pdf is not 297 × 210 mm on page 2\./,
    smaller(1),
  ),

  press(
    "a line is gone",
    "words-lost",
    /Page 7 of print\/fixture-press\.pdf and print\/fixture-press-cover\.pdf differs from the page that it is made from/,
    (bytes) => changeText(bytes, /an arrow|nobody may change/, removeTextObject),
  ),
  press(
    "two pages are swapped",
    "words-lost",
    /Page 4 of print\/fixture-press\.pdf and print\/fixture-press-cover\.pdf differs from the page that it is made from/,
    swapPages(1, 4),
  ),
  press(
    "a page has another trim",
    "page-box-wrong",
    /print\/fixture-press\.pdf has wrong page boxes on page 2: a page must be 148 × 210 mm with 3 mm of bleed/,
    (bytes) => changePdf(bytes, (_, pages) => pages[1]!.setTrimBox(30, 30, 400, 595.28)),
  ),
  press(
    "a page has no bleed",
    "page-box-wrong",
    /print\/fixture-press\.pdf has wrong page boxes on page 2: /,
    (bytes) =>
      changePdf(bytes, (_, pages) => {
        const { x, y, width, height } = pages[1]!.getTrimBox();
        pages[1]!.setBleedBox(x, y, width, height);
      }),
  ),
  press(
    "a page is gone",
    "page-box-wrong",
    /fixture-press\.pdf has 7 pages, which is not a multiple of four/,
    (bytes) => changePdf(bytes, (pdf) => pdf.removePage(7)),
  ),
  press(
    "it uses RGB",
    "ink-wrong",
    /print\/fixture-press\.pdf uses DeviceRGB on page 2, but may use only DeviceGray/,
    drawAtEnd("0.5 0.2 0.1 rg 50 50 1 1 re f", 1),
  ),
  press(
    "the cover uses four inks",
    "ink-wrong",
    /print\/fixture-press-cover\.pdf uses DeviceCMYK on page/,
    drawAtEnd("0.5 0.2 0.1 0 k 50 50 1 1 re f", 0),
    "-press-cover.pdf",
  ),
  {
    ...press(
      "an image has few pixels",
      "image-resolution",
      /The image images\/bars\.png \(40 × \d+ px\) has only \d+ pixels per inch on page 4 of print\/fixture-press\.pdf, but a press needs 150/,
      (bytes) =>
        changePdf(bytes, (pdf) => {
          for (const dictionary of dictionaries(pdf))
            if (dictionary.get(name("Subtype")) === name("Image")) dictionary.set(name("Width"), pdf.context.obj(40));
        }),
    ),
    publication: (publication) => ({
      ...publication,
      images: publication.images.map((image) => ({ ...image, width: 40 })),
    }),
  },
  press(
    "a font is not embedded",
    "font-not-embedded",
    /print\/fixture-press\.pdf does not embed the font \S+\./,
    removeFont,
  ),
  notX4("no press is named", "it does not name exactly one press", (bytes) =>
    changePdf(bytes, ({ catalog }) => void catalog.delete(name("OutputIntents"))),
  ),
  notX4(
    "its XMP names another standard",
    "its XMP does not say so",
    changeXmp("GTS_PDFXVersion>PDF/X-4<", "GTS_PDFXVersion>PDF/X-3<"),
  ),
  notX4("it does not say whether it is trapped", "it does not say whether it is trapped", (bytes) =>
    changePdf(bytes, (pdf) => void info(pdf).delete(name("Trapped"))),
  ),
  notX4(
    "the title of its XMP is another",
    "its XMP and its document information have different titles",
    changeXmp(/(?<=x-default">)[^<]+/, "Another Title"),
  ),
  notX4("the title of its Info is another", "its XMP and its document information have different titles", (bytes) =>
    changePdf(bytes, (pdf) => info(pdf).set(name("Title"), PDFHexString.fromText("Another Title"))),
  ),
  notX4(
    "its XMP has no title",
    "its XMP and its document information have different titles",
    changeXmp(/<dc:title>.*<\/dc:title>/, ""),
  ),
  notX4(
    "its XMP says that it is trapped",
    "its XMP and its document information differ in whether it is trapped",
    changeXmp("Trapped>False<", "Trapped>True<"),
  ),
  notX4("the identifier is gone", "it has no identifier", (bytes) =>
    changePdf(bytes, (pdf) => void (pdf.context.trailerInfo.ID = undefined)),
  ),
  notX4("it opens with an action", "it acts when it is opened", (bytes) =>
    changePdf(bytes, (pdf) => pdf.catalog.set(name("OpenAction"), pdf.context.obj([pdf.getPage(0).ref, "Fit"]))),
  ),
  notX4("a page has annotations", "it has annotations", (bytes) =>
    changePdf(bytes, (pdf, pages) => pages[0]!.node.set(name("Annots"), pdf.context.obj([]))),
  ),
  {
    ...press("the file is gone", "file-changed", /print\/fixture-press\.pdf is missing/, async (bytes) => bytes),
    spoil: (files) => files.filter(({ path }) => !path.endsWith("-press.pdf")),
  },

  leaflet("a line is gone", "words-lost", /is missing from print\/leaflets\/blocks\.pdf/, (bytes) =>
    changeText(bytes, /^A quotation that stands/, removeTextObject),
  ),
  leaflet(
    "the title is another",
    "pdf-structure",
    /print\/leaflets\/blocks\.pdf does not have the title “.+”/,
    (bytes) => changePdf(bytes, (pdf) => info(pdf).set(name("Title"), PDFHexString.fromText("Untitled"))),
  ),
  leaflet(
    "the language is another",
    "pdf-structure",
    /print\/leaflets\/blocks\.pdf does not declare that its language is “en/,
    (bytes) => changePdf(bytes, ({ catalog }) => catalog.set(name("Lang"), PDFString.of("de"))),
  ),
  leaflet(
    "it does not say that it is tagged",
    "pdf-structure",
    /print\/leaflets\/blocks\.pdf (does not declare that it is tagged|does not meet PDF\/UA-1)/,
    (bytes) => changePdf(bytes, ({ catalog }) => void catalog.delete(name("MarkInfo"))),
  ),
  leaflet(
    "a page is smaller",
    "page-box-wrong",
    /print\/leaflets\/blocks\.pdf is not 148 × 210 mm on page 1\./,
    (bytes) => changePdf(bytes, (_, pages) => pages[0]!.setCropBox(0, 0, 400, 595.28)),
  ),
  leaflet(
    "a side is added",
    "page-box-wrong",
    /print\/leaflets\/blocks-a4\.pdf has \d sides, but must have \d\./,
    (bytes) => changePdf(bytes, async (pdf) => void pdf.addPage((await pdf.copyPages(pdf, [0]))[0])),
    "blocks-a4.pdf",
  ),
  leaflet(
    "the copies are upside down",
    "page-box-wrong",
    /print\/leaflets\/blocks-a4\.pdf cannot be folded: page 1 would be upside down/,
    turnPage(0),
    "blocks-a4.pdf",
  ),
  leaflet(
    "one of two copies is gone",
    "words-lost",
    /Pages are missing from print\/leaflets\/untitled-a4\.pdf\./,
    (bytes) => removeSecondCopy(bytes),
    "untitled-a4.pdf",
  ),
  {
    ...leaflet("one is gone", "file-changed", /print\/leaflets\/blocks\.pdf is missing/, async (bytes) => bytes),
    spoil: (files) => files.filter(({ path }) => !path.endsWith("leaflets/blocks.pdf")),
  },
  form(
    "a line of a panel is gone",
    "words-lost",
    /is missing from print\/leaflets\/german-z-fold\.pdf/,
    (bytes) => changeText(bytes, /^Absatz 3/, removeTextObject),
    "german-z-fold.pdf",
  ),
  form(
    "the inside of a tri-fold is turned",
    "page-box-wrong",
    /print\/leaflets\/english-tri-fold-a4\.pdf cannot be folded: pages \d+(, \d+)* would be upside down/,
    turnPage(1),
    "english-tri-fold-a4.pdf",
  ),
  form(
    "the outside of a tri-fold is where the inside was",
    "words-lost",
    /persian-tri-fold-a4\.pdf differs from the page that it is made from/,
    swapPages(0, 1),
    "persian-tri-fold-a4.pdf",
  ),
  form(
    "a mini-zine is turned",
    "words-lost",
    /Page 1 of print\/leaflets\/german-mini-zine-a4\.pdf differs from the page that it is made from/,
    turnPage(0),
    "german-mini-zine-a4.pdf",
  ),
  form(
    "a fact of an event is gone",
    "words-lost",
    /is missing from print\/leaflets\/forms-fixture-event-poster-a3\.pdf/,
    (bytes) => changeText(bytes, /^Fixture Hall/, removeTextObject),
    "forms-fixture-event-poster-a3.pdf",
  ),
  form(
    "a tile is missing",
    "page-box-wrong",
    /print\/leaflets\/english-poster-tiles-a4\.pdf has 3 tiles, but must have 4\./,
    (bytes) => changePdf(bytes, (pdf) => void pdf.removePage(3)),
    "english-poster-tiles-a4.pdf",
  ),
  form(
    "a tile is empty",
    "words-lost",
    /print\/leaflets\/english-poster-tiles-a4\.pdf does not show all of “.+” when its tiles are put together\./,
    empty(0),
    "english-poster-tiles-a4.pdf",
  ),
  form(
    "a tile shows its words twice",
    "words-lost",
    /print\/leaflets\/english-poster-tiles-a4\.pdf shows “.+” at a place where the poster does not\./,
    async (bytes) => {
      const { number, stream } = (await readContents(bytes))[0]!;
      return replaceContent(bytes, number, `${stream}\nq 1 0 0 1 30 -30 cm ${stream}\nQ`);
    },
    "english-poster-tiles-a4.pdf",
  ),
  form(
    "two tiles are swapped",
    "words-lost",
    /print\/leaflets\/forms-fixture-event-poster-tiles-a4\.pdf does not show all of “.+” when its tiles are put together\./,
    swapPages(0, 1),
    "forms-fixture-event-poster-tiles-a4.pdf",
  ),
];

// Removes the second of the two copies on a sheet. Each is drawn by one `Do` operator.
async function removeSecondCopy(bytes: Uint8Array): Promise<Uint8Array> {
  const { number, stream } = (await readContents(bytes))[0]!;
  const last = stream.lastIndexOf(" Do");
  return replaceContent(bytes, number, `${stream.slice(0, stream.lastIndexOf("/", last))}${stream.slice(last + 3)}`);
}
