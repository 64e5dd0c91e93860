import { endSlug, toSlug } from "../slug.ts";

/** Returns a name that is not among others, with a number at its end if it needs one: `x.txt`, `x-2.txt`. */
export function findFreeName(stem: string, extension: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const name = `${count === 1 ? stem : `${stem}-${count}`}${extension}`;
    // Capital and small letters are the same to Windows and macOS.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The most characters of the name of a file that is made of a title; chosen by eye. */
const longestStem = 40;

/** Returns the name of a text without its ending, made of its title or else of the name of its document. */
export async function nameText(title: string | undefined, document: string): Promise<string> {
  const slug = await toSlug((title ?? document.replace(/\.\w+$/, "")).replace(/[[\]]/g, ""));
  const short = endSlug(slug.slice(0, longestStem + 20));
  const cut = short.length > longestStem ? short.slice(0, short.lastIndexOf("-", longestStem)) : short;
  return cut || short;
}

/** Returns the name under which a document can be kept in the folder sources/. */
export function nameDocument(name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "-")
    .replace(/^[.~]+/, "");
  return safe === "" ? "document" : safe;
}
