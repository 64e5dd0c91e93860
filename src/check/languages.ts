import { parseMarkdown } from "../markdown/parse.ts";
import { flattenTokens } from "../markdown/passages.ts";
import type { Problem } from "../problem.ts";
import { type Draft, type Prose } from "../publication.ts";
import { languageTag, writingDirection } from "../schema-fields.ts";
import { createPlaceFinder } from "./place.ts";

const attributes = {
  lang: {
    schema: languageTag,
    fault: "is not the tag of a language",
    hint: "A language is written {: lang=en }, {: lang=en-GB } or {: lang=fa }.",
  },
  dir: {
    schema: writingDirection,
    fault: "is not a direction of writing",
    hint: "A direction is written {: dir=ltr } or {: dir=rtl }; usually lang is enough.",
  },
} as const;

/** Checks that every `lang` in a text is a language tag (BCP 47), and every `dir` a direction. */
export function checkLanguages({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => (["lang", "dir"] as const).flatMap((name) => checkAttribute(prose, name)));
}

function checkAttribute(prose: Prose, name: keyof typeof attributes): Problem[] {
  const place = createPlaceFinder(prose);
  const { schema, fault, hint } = attributes[name];
  return parseMarkdown(prose).tokens.flatMap((block) =>
    flattenTokens([block]).flatMap((token): Problem[] => {
      const value = token.attrGet(name);
      if (value === null || schema.safeParse(value).success) return [];
      const written = [`${name}="${value}"`, `${name}=${value}`, name].find((way) => prose.body.includes(way)) ?? "";
      // The attributes of a block may be on the line after it, which is outside the lines of the token.
      const fromBlock = { map: [block.map?.[0] ?? 0, Infinity] as [number, number] };
      return [{ code: "value-wrong", place: place(written, fromBlock), message: `“${value}” ${fault}.`, hint }];
    }),
  );
}
