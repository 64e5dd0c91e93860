import { blackInk } from "../../src/press/ink.ts";
import { savePdfX } from "../../src/press/pdf-x.ts";
import { openPdf } from "../../src/pdf/document.ts";
import type { Publication } from "../../src/publication.ts";
import type { Shop } from "../../src/shop.ts";
import {
  changePdf,
  changeXmp,
  drawAtEnd,
  info,
  name,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFString,
} from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";

type Change = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A change to a press file, and what a shop that asks for something says of it. */
const shop = (
  what: string,
  asked: Partial<Shop>,
  code: Spoiled["code"],
  message: RegExp,
  change: Change = (bytes) => bytes,
  ending = "-press.pdf",
): Spoiled => ({
  name: `shop: ${what}`,
  editions: ["press", "pamphlet"],
  spoil: inFile(ending, change),
  code,
  message,
  publication: (publication: Publication) => ({
    ...publication,
    print: { ...publication.print, shop: { ...publication.print.shop, ...asked } },
  }),
});

/** The inside as PDF/X-1a. */
export async function toX1a(bytes: Uint8Array): Promise<Uint8Array> {
  const description = { title: "A Title", authors: [], subject: "", language: "en", date: new Date(0) };
  const asked = { standard: "PDF/X-1a", condition: "FOGRA39", profile: "named" } as const;
  return savePdfX(await openPdf(bytes), blackInk, asked, description, "x");
}

const x1a = { standard: "PDF/X-1a", condition: "FOGRA39", profile: "named" } as const satisfies Partial<Shop>;
const notX1a = (what: string, message: string, change: Change) =>
  shop(
    `X-1a: ${what}`,
    x1a,
    "pdf-structure",
    new RegExp(`fixture-press\\.pdf is not PDF/X-1a: ${message}\\.`),
    async (bytes) => change(await toX1a(bytes)),
  );
/** A change to the objects of a PDF; what it returns does not count. */
const changing =
  (change: (pdf: PDFDocument, page: PDFDict) => unknown): Change =>
  (bytes) =>
    changePdf(bytes, (pdf, pages) => void change(pdf, pages[1]!.node));
/** Adds to the resources of a page. */
const withResource = (kind: string, key: string, make: (pdf: PDFDocument) => Parameters<PDFDict["set"]>[1]): Change =>
  changing((pdf, page) => {
    const resources = page.lookup(name("Resources"), PDFDict);
    const group = resources.lookupMaybe(name(kind), PDFDict) ?? pdf.context.obj({});
    group.set(name(key), make(pdf));
    resources.set(name(kind), group);
  });
const withState = (state: Record<string, string | number>) =>
  withResource("ExtGState", "Added", (pdf) => pdf.context.obj(state));
const withStream = (dictionary: Record<string, string | number | Record<string, string>>) =>
  withResource("XObject", "Added", (pdf) => pdf.context.register(pdf.context.stream("", dictionary)));
const withIntent = (change: (intent: PDFDict, pdf: PDFDocument) => void): Change =>
  changing((pdf) => {
    const intents = pdf.catalog.lookup(name("OutputIntents"), PDFArray);
    change(intents.lookup(0, PDFDict), pdf);
  });
const withProfile = (bytes: Uint8Array) =>
  withIntent((intent, pdf) =>
    intent.set(name("DestOutputProfile"), pdf.context.register(pdf.context.flateStream(bytes, { N: 1 }))),
  );

/** Faults in what a print shop asks for by name: standards, conditions, bindings and limits. */
export const shops: Spoiled[] = [
  notX1a("it is a later PDF", "it is not written as PDF 1.4", (bytes) =>
    Buffer.from(Buffer.from(bytes).toString("latin1").replace("%PDF-1.4", "%PDF-1.6"), "latin1"),
  ),
  notX1a("its objects are in streams", "it has streams of objects", async (bytes) =>
    (await PDFDocument.load(bytes, { updateMetadata: false })).save({ useObjectStreams: true }),
  ),
  notX1a(
    "no press is named",
    "it does not name exactly one press",
    changing(({ catalog }) => catalog.delete(name("OutputIntents"))),
  ),
  notX1a(
    "its press has no name",
    "it does not name exactly one press",
    withIntent((intent) => intent.delete(name("OutputConditionIdentifier"))),
  ),
  notX1a(
    "two presses are named",
    "it does not name exactly one press",
    changing(({ catalog }) => {
      const intents = catalog.lookup(name("OutputIntents"), PDFArray);
      intents.push(intents.get(0));
    }),
  ),
  notX1a(
    "its condition is in no registry",
    "it has neither a registered condition nor a profile",
    withIntent((intent) => intent.delete(name("RegistryName"))),
  ),
  notX1a(
    "its condition is not described",
    "it does not describe the condition",
    withIntent((intent) => ["RegistryName", "Info"].forEach((key) => intent.delete(name(key)))),
  ),
  notX1a(
    "its profile is that of a screen",
    "its profile is not that of a press with four inks",
    withProfile(Buffer.from("\0".repeat(12) + "mntrRGB XYZ ", "latin1")),
  ),
  notX1a(
    "its profile is no stream",
    "its profile is not that of a press with four inks",
    withIntent((intent, pdf) => intent.set(name("DestOutputProfile"), pdf.context.obj({}))),
  ),
  notX1a(
    "its Info names an earlier standard",
    "its document information does not say so",
    changing((pdf) => info(pdf).set(name("GTS_PDFXVersion"), PDFString.of("PDF/X-1a:2001"))),
  ),
  notX1a(
    "its Info has no day",
    "its document information lacks CreationDate and ModDate",
    changing((pdf) => ["CreationDate", "ModDate"].forEach((key) => info(pdf).delete(name(key)))),
  ),
  notX1a(
    "its Info has no title",
    "its document information lacks Title",
    changing((pdf) => info(pdf).delete(name("Title"))),
  ),
  notX1a(
    "its XMP names PDF/X-3",
    "its XMP names another standard",
    changeXmp("GTS_PDFXVersion>PDF/X-1a:2003<", "GTS_PDFXVersion>PDF/X-3:2003<"),
  ),
  notX1a(
    "it does not say whether it is trapped",
    "it does not say whether it is trapped",
    changing((pdf) => info(pdf).delete(name("Trapped"))),
  ),
  notX1a(
    "its trapping is unknown",
    "it does not say whether it is trapped",
    changing((pdf) => info(pdf).set(name("Trapped"), name("Unknown"))),
  ),
  notX1a(
    "the identifier is gone",
    "it has no identifier",
    changing((pdf) => (pdf.context.trailerInfo.ID = undefined)),
  ),
  notX1a(
    "it opens with an action",
    "it acts when it is opened",
    changing((pdf) => pdf.catalog.set(name("OpenAction"), pdf.context.obj([pdf.getPage(0).ref, "Fit"]))),
  ),
  notX1a(
    "a page has annotations",
    "it has annotations",
    changing((pdf, page) => page.set(name("Annots"), pdf.context.obj([]))),
  ),
  notX1a(
    "a page has no trim",
    "a page has no trim",
    changing((_, page) => page.delete(name("TrimBox"))),
  ),
  notX1a(
    "a page has an art box",
    "a page has an art box beside its trim",
    changing((_, page) => page.set(name("ArtBox"), page.get(name("TrimBox"))!)),
  ),
  notX1a(
    "a page is a separation",
    "its pages are separations",
    changing((pdf, page) => page.set(name("SeparationInfo"), pdf.context.obj({ DeviceColorant: "Black" }))),
  ),
  notX1a(
    "a page acts",
    "a page acts when it is opened",
    changing((pdf, page) => page.set(name("AA"), pdf.context.obj({}))),
  ),
  notX1a("a fill is translucent", "it has transparency", withState({ ca: 0.5 })),
  notX1a("a line is translucent", "it has transparency", withState({ CA: 0.9 })),
  notX1a("a fill is multiplied", "it has transparency", withState({ BM: "Multiply" })),
  notX1a(
    "a state has a soft mask",
    "it has transparency",
    withResource("ExtGState", "Added", (pdf) => pdf.context.obj({ SMask: { S: "Luminosity" } })),
  ),
  notX1a(
    "a page is a group",
    "it has transparency",
    changing((pdf, page) => page.set(name("Group"), pdf.context.obj({ S: "Transparency" }))),
  ),
  notX1a("an image has a soft mask", "it has transparency", withStream({ Subtype: "Image", SMask: {} })),
  notX1a("a stream is packed with LZW", "it is packed with LZWDecode", withStream({ Filter: "LZWDecode" })),
  notX1a("an image is packed with JBIG2", "it is packed with JBIG2Decode", withStream({ Filter: "JBIG2Decode" })),
  notX1a("an image is JPEG 2000", "it is packed with JPXDecode", withStream({ Filter: "JPXDecode" })),
  notX1a("an image is deep", "it has images of 16 bits", withStream({ Subtype: "Image", BitsPerComponent: 16 })),
  notX1a("an image has another", "it has alternate images", withStream({ Subtype: "Image", Alternates: {} })),
  notX1a("an image stands for another (OPI)", "it refers to what is in other files", withStream({ OPI: {} })),
  notX1a("a form is in another file", "it refers to what is in other files", withStream({ Ref: {} })),
  notX1a("a stream is in another file", "it refers to what is in other files", withStream({ F: {} })),
  notX1a("it has PostScript", "it has PostScript", withStream({ Subtype: "PS" })),
  notX1a("it has PostScript in a form", "it has PostScript", withStream({ Subtype: "Form", Subtype2: "PS" })),
  notX1a("tones are changed", "it changes tones", withState({ TR: "Identity" })),
  notX1a("tones are changed in PDF 1.3", "it changes tones", withState({ TR2: "Identity" })),
  notX1a("the screen is moved", "it changes tones", withState({ HTP: 0 })),
  notX1a(
    "a screen is set",
    "it sets a screen",
    withResource("ExtGState", "Added", (pdf) => pdf.context.obj({ HT: { HalftoneType: 6 } })),
  ),
  notX1a(
    "it has layers",
    "it has layers",
    changing(({ catalog, context }) => catalog.set(name("OCProperties"), context.obj({}))),
  ),
  notX1a(
    "it has a script",
    "it has scripts",
    changing(({ context }) => context.register(context.obj({ S: "JavaScript", JS: PDFString.of("1") }))),
  ),
  shop(
    "another condition is named",
    { condition: "FOGRA39" },
    "pdf-structure",
    /fixture-press\.pdf names the printing condition “Custom”, but it has to be “FOGRA39”\./,
  ),
  shop(
    "a profile is inside that must only be named",
    { profile: "named" },
    "pdf-structure",
    /fixture-press\.pdf has the profile of its printing condition inside, but it must only name it\./,
  ),
  shop(
    "marks are there that nobody asked for",
    { marks: [] },
    "page-box-wrong",
    /fixture-press\.pdf has wrong page boxes on pages 1, 2, /,
  ),
  shop(
    "the cover has the bleed of the inside",
    { coverBleed: 5 },
    "page-box-wrong",
    /fixture-press-cover\.pdf has wrong page boxes on pages 1, 2, 3, 4: a page must be 148 × 210 mm with 5 mm of bleed/,
  ),
  shop(
    "the cover has no spine",
    { binding: "perfect" },
    "page-box-wrong",
    /fixture-press-cover\.pdf has 4 pages, but a cover with a spine has two wide ones\./,
  ),
  shop(
    "the spine says nothing",
    { binding: "perfect", spine: 10 },
    "words-lost",
    /The spine of print\/fixture-press-cover\.pdf must say “.+”\./,
  ),
  shop(
    "a leaf has one page",
    { binding: "perfect" },
    "page-box-wrong",
    /fixture-press\.pdf has 7 pages, which is not a multiple of two\./,
    (bytes) => changePdf(bytes, (pdf) => pdf.removePage(7)),
  ),
  shop(
    "type is small",
    { smallestType: 20 },
    "press-limit",
    /Page \d+ of print\/fixture-press\.pdf has type of 10 pt in black \(“.+”\), but the print shop wants at least 20 pt there\./,
  ),
  shop(
    "white type on a ground is small",
    { smallestTypeOnColour: 20 },
    "press-limit",
    /Page 2 of print\/fixture-press\.pdf has type of \d+(\.\d)? pt in black on 10\/0\/0\/0 \(“.+”\), but/,
    under("0.1 0 0 0 k"),
  ),
  shop(
    "a line is thin",
    { thinnestLine: 0.3 },
    "press-limit",
    /Page 2 of print\/fixture-press\.pdf has a line of 0\.2 pt, 18 mm from the left and 175 mm from the top, but the print shop wants at least 0\.3 pt\./,
    drawAtEnd("0 G 0.2 w 88 137 m 188 137 l S", 1),
  ),
  shop(
    "a rectangle is a thin line",
    { thinnestLine: 0.3 },
    "press-limit",
    /Page 2 of print\/fixture-press\.pdf has a line of 0\.1 pt, /,
    drawAtEnd("0 g 88 137 100 0.1 re f", 1),
  ),
  shop(
    "a ground has much ink",
    { mostInk: 300 },
    "press-limit",
    /Page 1 of print\/fixture-press-cover\.pdf has ink of 320 % \(80\/80\/80\/80, an area of 18 × 7 mm\), but the print shop wants at most 300 %\./,
    drawAtEnd("0.8 0.8 0.8 0.8 k 100 100 50 20 re f", 0),
    "-press-cover.pdf",
  ),
  shop(
    "an image has much ink",
    { mostInk: 300 },
    "press-limit",
    /Page 1 of print\/fixture-press-cover\.pdf has ink of 340 % \(80\/80\/80\/100, an area of 18 × 7 mm\), but the print shop wants at most 300 %\./,
    async (bytes) =>
      changePdf(await drawAtEnd("50 0 0 20 100 100 cm /Added Do", 0)(bytes), (pdf, [page]) => {
        const image = pdf.context.flateStream(Uint8Array.of(0, 0, 0, 0, 204, 204, 204, 255), {
          Type: "XObject",
          Subtype: "Image",
          Width: 2,
          Height: 1,
          ColorSpace: "DeviceCMYK",
          BitsPerComponent: 8,
        });
        const resources = page!.node.lookup(name("Resources"), PDFDict);
        const xObjects = resources.lookupMaybe(name("XObject"), PDFDict) ?? pdf.context.obj({});
        xObjects.set(name("Added"), pdf.context.register(image));
        resources.set(name("XObject"), xObjects);
      }),
    "-press-cover.pdf",
  ),
  shop(
    "text is at the edge",
    { safe: 30 },
    "press-limit",
    /Page \d+ of print\/fixture-press\.pdf has text \d+(\.\d)? mm from the trim \(“.+”\), but the print shop wants at least 30 mm\./,
  ),
];

// Returns a change that paints the whole second page below what is on it.
function under(colour: string): Change {
  return (bytes) =>
    changePdf(bytes, (pdf, pages) => {
      const { node } = pages[1]!;
      node.normalize();
      const [before, after] = [`q ${colour} 0 0 900 900 re f 0 g\n`, "\nQ\n"].map((content) =>
        pdf.context.register(pdf.context.stream(content)),
      );
      node.wrapContentStreams(before!, after!);
    });
}
