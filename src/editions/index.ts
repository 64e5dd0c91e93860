import type { Edition } from "./edition.ts";

/**
 * The editions, in the order in which they can be made. Editions do not import each other. Each is imported when it is
 * made, together with the libraries that it alone needs.
 */
export const editions: Edition[] = [
  { name: "pamphlet", from: [], make: async (context) => (await import("./pamphlet.ts")).makePamphlet(context) },
  { name: "booklet", from: ["pamphlet"], make: async (context) => (await import("./booklet.ts")).makeBooklet(context) },
  { name: "press", from: ["pamphlet"], make: async (context) => (await import("./press.ts")).makePress(context) },
  { name: "inks", from: ["pamphlet"], make: async (context) => (await import("./inks.ts")).makeInks(context) },
  {
    name: "large-print",
    from: [],
    make: async (context) => (await import("./large-print.ts")).makeLargePrint(context),
  },
  { name: "leaflets", from: [], make: async (context) => (await import("./leaflets.ts")).makeLeaflets(context) },
  { name: "text", from: [], make: async (context) => (await import("./text.ts")).makeText(context) },
  {
    name: "epub",
    from: [],
    shows: ["pamphlet"],
    make: async (context) => (await import("./epub.ts")).makeEpub(context),
  },
  {
    name: "guide",
    from: [],
    after: ["booklet", "press", "inks", "large-print", "leaflets"],
    make: async (context) => (await import("./guide.ts")).makeGuide(context),
  },
  {
    name: "web",
    from: [],
    shows: ["pamphlet"],
    after: ["booklet", "press", "inks", "large-print", "leaflets", "text", "epub", "guide"],
    make: async (context) => (await import("./web.ts")).makeWeb(context),
  },
];
