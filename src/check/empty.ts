import { readStrands } from "../markdown/strands.ts";
import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";

/** Checks that every text has words. */
export function findEmptyTexts({ texts }: Draft): Problem[] {
  return texts
    .filter((prose) => readStrands(prose).body.length === 0)
    .map(({ file, bodyLine }) => ({
      code: "statement-empty",
      place: { file, line: bodyLine, column: 1 },
      message: "The text has no words.",
      hint: "Write them, or take the file out of the publication.",
    }));
}
