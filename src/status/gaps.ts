import type { EditionName } from "../edition-names.ts";
import type { Publication } from "../publication.ts";

/** What an edition lacks if a key is not written. */
interface Gap {
  editions: EditionName[];
  isThere: (publication: Publication) => boolean;
  sentence: string;
}

const gaps: Gap[] = [
  {
    editions: ["pamphlet", "leaflets", "web"],
    isThere: ({ web }) => web !== undefined,
    sentence:
      "There is no web address, so print has no QR code of it, and the web edition has neither feed, sitemap nor " +
      "cards for social media. It is written as “web:”.",
  },
  {
    editions: ["pamphlet", "leaflets", "web"],
    isThere: ({ event }) => event !== undefined,
    sentence:
      "There is no event, so the back cover and the leaflets announce nothing, and the web edition has no calendar " +
      "file. It is written as “event:”.",
  },
  {
    editions: ["pamphlet", "epub", "web"],
    isThere: ({ publisher }) => publisher !== undefined,
    sentence:
      "There is no publisher, whom the imprint, the back cover and the catalogues of e-books would name. It is " +
      "written as “publisher:”.",
  },
  {
    editions: ["pamphlet", "epub", "web"],
    isThere: ({ rights }) => rights !== undefined,
    sentence: "Nothing says whose the texts are, and what others may do with them. It is written as “rights:”.",
  },
  {
    editions: ["pamphlet", "epub", "web"],
    isThere: ({ imprint }) => imprint !== undefined,
    sentence: "There is no imprint, which would say who publishes the texts. It is written as “imprint:”.",
  },
  {
    editions: ["pamphlet", "web"],
    isThere: ({ colour }) => colour !== undefined,
    sentence: "There is no colour, so covers are black on white, and links are black. It is written as “colour:”.",
  },
];

/** Returns what the editions of a publication lack because the editor did not write it: a sentence for each key. */
export function findGaps(publication: Publication): string[] {
  return gaps
    .filter(
      ({ editions, isThere }) => !isThere(publication) && editions.some((name) => publication.editions.includes(name)),
    )
    .map(({ sentence }) => sentence);
}
