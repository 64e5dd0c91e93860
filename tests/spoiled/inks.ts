import { changePdf, changeText, drawAtEnd, info, name, removeTextObject } from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";

const inInks = (
  what: string,
  code: Spoiled["code"],
  message: RegExp,
  change: (bytes: Uint8Array) => Promise<Uint8Array>,
  ending: string,
): Spoiled => ({
  name: `inks: ${what}`,
  fixture: "two-inks",
  editions: ["inks", "pamphlet"],
  spoil: inFile(ending, change),
  code,
  message,
});

/** Faults in what is printed in spot inks. */
export const inks: Spoiled[] = [
  inInks(
    "the separations are not PDF/X-4",
    "pdf-structure",
    /print\/fixture-inks\.pdf is not PDF\/X-4: it does not say whether it is trapped/,
    (bytes) => changePdf(bytes, (pdf) => void info(pdf).delete(name("Trapped"))),
    "-inks.pdf",
  ),
  inInks(
    "the separations paint in a process colour",
    "ink-wrong",
    /print\/fixture-inks\.pdf paints in DeviceCMYK, not in its ink alone/,
    drawAtEnd("0 1 0 0 k 50 50 1 1 re f"),
    "-inks.pdf",
  ),
  inInks(
    "a line of the separations is gone",
    "words-lost",
    /Page \d+ of print\/fixture-inks\.pdf differs from the page that it is made from/,
    (bytes) => changeText(bytes, /Fixture words in black/, removeTextObject),
    "-inks.pdf",
  ),
  inInks(
    "a plate has a colour",
    "ink-wrong",
    /print\/fixture-ink-black\.pdf paints in DeviceRGB, not in its ink alone/,
    drawAtEnd("1 0 0 rg 50 50 1 1 re f"),
    "-ink-black.pdf",
  ),
  inInks(
    "a line is in no plate",
    "words-lost",
    /Page \d+ of print\/fixture-ink-black\.pdf and print\/fixture-ink-red\.pdf differs from the page/,
    (bytes) => changeText(bytes, /Fixture words in black/, removeTextObject),
    "-ink-black.pdf",
  ),
];
