import { pointsPerMm, type PageGeometry } from "../geometry.ts";
import type { PageText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { makeFileProblem } from "./problems.ts";

/** By how much a line may leave the type area, in pt: a fifth of a CSS px, to which the browser rounds widths. */
const edgeTolerance = 0.15;

/**
 * Verifies that no line leaves the type area of its page, but for punctuation and hyphens that hang by their own width at
 * most. Running heads and folios do not count. `path` names the file in the messages.
 */
export function verifyLineEdges(
  publication: Publication,
  pages: PageText[],
  { margins }: PageGeometry,
  path: string,
): Problem[] {
  return pages.flatMap(({ width, extent }, index): Problem[] => {
    if (!extent) return [];
    // The first page stands to the right of the spine, or to its left in a publication that is read from right to left.
    const isRightOfSpine = (index % 2 === 0) === (publication.dir === "ltr");
    const [left, right] = isRightOfSpine ? [margins.inner, margins.outer] : [margins.outer, margins.inner];
    const beyond = [
      { over: left * pointsPerMm - extent.left.edge, text: extent.left.text, side: "left" },
      { over: extent.right.edge - (width - right * pointsPerMm), text: extent.right.text, side: "right" },
    ];
    return beyond
      .filter(({ over }) => over > edgeTolerance)
      .map(({ over, text, side }) => {
        const message =
          `The line with “${text.trim()}” on page ${index + 1} of ${path} reaches ${over.toFixed(2)} pt beyond the type ` +
          `area on the ${side}.`;
        return makeFileProblem(publication, "line-long", message);
      });
  });
}
