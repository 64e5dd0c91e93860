import type { Image } from "../publication.ts";

/** A picture at one of the widths in which the web edition has it. */
export interface Rendition {
  width: number;
  height: number;
  /** Path without the extension: `images/crowd-jpg-400`. */
  name: string;
}

/** For a telephone, for the column of text, and for the column on a screen of twice as many dots. */
const widths = [400, 640, 1280];

/** What a browser is told to expect: the column of text, or a telephone's width less its margins. */
export const sizes = "(min-width: 42rem) 38rem, 92vw";

/** The widths at which a picture is offered, the narrowest first; none is wider than the picture itself. */
export function renditions({ name, width, height }: Pick<Image, "name" | "width" | "height">): Rendition[] {
  const most = Math.min(width, widths.at(-1)!);
  return [...widths.filter((other) => other < most), most].map((offered) => ({
    width: offered,
    height: Math.max(1, Math.round((height * offered) / width)),
    name: `${name.replace(/\.([^.]+)$/, "-$1")}-${offered}`,
  }));
}

/** The formats in which each is offered, the smallest file first; the last is one that every browser shows. */
export function formatsOf({ format }: Pick<Image, "format">): ("avif" | "webp" | "jpg" | "png")[] {
  return ["avif", "webp", format === "png" || format === "gif" ? "png" : "jpg"];
}
