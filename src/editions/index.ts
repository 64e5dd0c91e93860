import { makeBooklet } from "./booklet.ts";
import type { Edition } from "./edition.ts";
import { makeEpub } from "./epub.ts";
import { makeGuide } from "./guide.ts";
import { makeLargePrint } from "./large-print.ts";
import { makeLeaflets } from "./leaflets.ts";
import { makePamphlet } from "./pamphlet.ts";
import { makePress } from "./press.ts";
import { makeText } from "./text.ts";
import { makeWeb } from "./web.ts";

/** The editions, in the order in which they can be made. Editions do not import each other. */
export const editions: Edition[] = [
  { name: "pamphlet", from: [], make: makePamphlet },
  { name: "booklet", from: ["pamphlet"], make: makeBooklet },
  { name: "press", from: ["pamphlet"], make: makePress },
  { name: "large-print", from: [], make: makeLargePrint },
  { name: "leaflets", from: [], make: makeLeaflets },
  { name: "text", from: [], make: makeText },
  { name: "epub", from: ["pamphlet"], make: makeEpub },
  { name: "guide", from: [], after: ["booklet", "press", "large-print", "leaflets"], make: makeGuide },
  {
    name: "web",
    from: ["pamphlet"],
    after: ["booklet", "press", "large-print", "leaflets", "text", "epub", "guide"],
    make: makeWeb,
  },
];
