import type { Statement } from "../../src/publication.ts";
import type { Correction } from "../../src/schemas.ts";

/** A statement for a test of one thing, its front matter ending on line 3. */
export function statement(
  document: string,
  body: string,
  rest: { title?: string; source?: object; corrections?: Correction[] } = {},
): Statement {
  return {
    slug: "fixture",
    file: "fixture.md",
    lang: "en",
    dir: "ltr",
    organisation: "Fixture Society",
    title: rest.title,
    body,
    bodyLine: 4,
    at: () => ({ file: "fixture.md", line: 2, column: 1 }),
    source: { file: "sources/fixture.txt", document, ...rest.source },
    corrections: rest.corrections ?? [],
  };
}
