import type { PageGeometry } from "../geometry.ts";
import type { PageText } from "../inspect/pdf-text.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import { makeFileProblem } from "./problems.ts";
import { edgeTolerance, findTypeAreas } from "./type-area.ts";

/**
 * Verifies that no line leaves the type area of its page, but for punctuation and hyphens that hang by their own width at
 * most. Running heads and folios do not count. `path` names the file in the messages.
 */
export function verifyLineEdges(
  publication: Publication,
  pages: PageText[],
  geometry: PageGeometry,
  path: string,
): Problem[] {
  const areas = findTypeAreas(
    publication,
    geometry,
    pages.map(({ extent }) => extent),
  );
  return pages.flatMap(({ extent }, index): Problem[] => {
    if (!extent) return [];
    const area = areas[index]!;
    const reaches = [
      { beyond: area.left - extent.left.edge, text: extent.left.text, side: "left" },
      { beyond: extent.right.edge - area.right, text: extent.right.text, side: "right" },
    ];
    return reaches
      .filter(({ beyond }) => beyond > edgeTolerance)
      .map(({ beyond, text, side }) => {
        const message =
          `The line with “${text.trim()}” on page ${index + 1} of ${path} reaches ${beyond.toFixed(2)} pt beyond the ` +
          `type area on the ${side}.`;
        return makeFileProblem(publication, "line-long", message);
      });
  });
}
