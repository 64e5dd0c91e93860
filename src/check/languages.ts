import { parse } from "../markdown/parse.ts";
import { inRow } from "../markdown/passages.ts";
import type { Problem } from "../problem.ts";
import { type Draft, type Prose } from "../publication.ts";
import { languageTag, writingDirection } from "../schema-fields.ts";
import { placesIn } from "./place.ts";

const values = {
  lang: {
    schema: languageTag,
    said: "is no tag of a language",
    hint: "A language is written {: lang=en }, {: lang=en-GB } or {: lang=fa }.",
  },
  dir: {
    schema: writingDirection,
    said: "is no direction",
    hint: "A direction is written {: dir=ltr } or {: dir=rtl }; mostly lang alone does.",
  },
} as const;

/** A passage names a language that can be one, and a direction that there is. */
export function languages({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => (["lang", "dir"] as const).flatMap((name) => wrongValues(prose, name)));
}

function wrongValues(prose: Prose, name: keyof typeof values): Problem[] {
  const place = placesIn(prose);
  const { schema, said, hint } = values[name];
  return parse(prose).tokens.flatMap((block) =>
    inRow([block]).flatMap((token): Problem[] => {
      const value = token.attrGet(name);
      if (value === null || schema.safeParse(value).success) return [];
      const written = [`${name}="${value}"`, `${name}=${value}`, name].find((way) => prose.body.includes(way)) ?? "";
      // What is said of a block may stand below it.
      const below = { map: [block.map?.[0] ?? 0, Infinity] as [number, number] };
      return [{ code: "value-wrong", place: place(written, below), message: `"${value}" ${said}`, hint }];
    }),
  );
}
