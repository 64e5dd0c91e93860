import { readContents, replaceContent } from "../support/mutate-pdf.ts";
import { swapPages } from "../support/spoil-pdf.ts";
import { inFile, type Spoiled } from "../support/spoiled.ts";

const imposed = (
  ending: string,
  what: string,
  code: Spoiled["code"],
  message: RegExp,
  change: (bytes: Uint8Array) => Promise<Uint8Array>,
): Spoiled => ({
  name: `imposed${ending}: ${what}`,
  fixture: "imposed",
  editions: ["booklet", "pamphlet"],
  spoil: inFile(ending, change),
  code,
  message,
});

// Moves all that is printed on a side upwards, in pt.
const move =
  (page: number, up: number) =>
  async (bytes: Uint8Array): Promise<Uint8Array> => {
    const { number, stream } = (await readContents(bytes))[page]!;
    return replaceContent(bytes, number, `q 1 0 0 1 0 ${up} cm\n${stream}\nQ`);
  };

/** Faults in what is imposed on other papers and in other ways, and in the test sheets. */
export const imposedFiles: Spoiled[] = [
  imposed(
    "-letter-short-edge.pdf",
    "a back is printed too high",
    "page-box-wrong",
    /print\/fixture-booklet-letter-short-edge\.pdf has text less than 4 mm from the edge on page/,
    move(3, 6),
  ),
  imposed(
    "-letter-long-edge.pdf",
    "two sides are swapped",
    "words-lost",
    /Page \d+ of print\/fixture-booklet-letter-long-edge\.pdf differs from the page that it is made from/,
    swapPages(0, 2),
  ),
  imposed(
    "-sixteen-pages-a3.pdf",
    "front and back are swapped",
    "words-lost",
    /Page \d+ of print\/fixture-sixteen-pages-a3\.pdf differs from the page that it is made from/,
    swapPages(0, 1),
  ),
  imposed(
    "-n-up-a4.pdf",
    "front and back are swapped",
    "words-lost",
    /Page \d+ of print\/fixture-n-up-a4\.pdf differs from the page that it is made from/,
    swapPages(0, 1),
  ),
  imposed(
    "sixteen-pages-a3-test.pdf",
    "front and back are swapped",
    "page-box-wrong",
    /print\/sixteen-pages-a3-test\.pdf does not read 1, 2, 3 … when it is folded and cut\./,
    swapPages(0, 1),
  ),
];
