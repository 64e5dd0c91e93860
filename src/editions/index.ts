import { makeBooklet } from "./booklet.ts";
import type { Edition } from "./edition.ts";
import { makeEpub } from "./epub.ts";
import { makePamphlet } from "./pamphlet.ts";
import { makeText } from "./text.ts";
import { makeWeb } from "./web.ts";

/** The editions, in the order in which they can be made. Editions do not import each other. */
export const editions: Edition[] = [
  { name: "pamphlet", from: [], make: makePamphlet },
  { name: "booklet", from: ["pamphlet"], make: makeBooklet },
  { name: "text", from: [], make: makeText },
  { name: "epub", from: ["pamphlet"], make: makeEpub },
  { name: "web", from: ["pamphlet"], after: ["booklet", "text", "epub"], make: makeWeb },
];
