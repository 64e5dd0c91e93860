import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { findTextBlocks } from "./inline.ts";
import { findInMarkdown, createPlaceFinder } from "./place.ts";

// An HTML tag, comment, declaration or instruction, as CommonMark 0.31 defines them in "Raw HTML". An address in angle
// brackets does not match: a tag name has no colon.
const tag = /<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>|<!--|<![A-Za-z[]|<\?/g;

/** Checks that no text has HTML, since every edition would show it as the characters that were typed. */
export function findHtml({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const place = createPlaceFinder(prose);
    return findTextBlocks(prose).flatMap((block) =>
      withoutEndTags(findInMarkdown(block.content, tag)).map((found): Problem => {
        const shown = found.split("\n")[0]!;
        return {
          code: "html-raw",
          place: place(shown, block),
          message: `“${shown}” is HTML, which would be printed as it is typed.`,
          hint: hintFor(shown),
        };
      }),
    );
  });
}

// Leaves out the end tag of an element whose start tag is there: one problem is enough for an element.
function withoutEndTags(tags: string[]): string[] {
  const started = new Set(tags.map((tag) => /^<([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]));
  return tags.filter((tag) => !tag.startsWith("</") || !started.has(/^<\/([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]));
}

function hintFor(shown: string): string {
  return /^<(script|style|iframe|!|\?)/i.test(shown)
    ? "Delete it."
    : "Use Markdown; a class or a language is written {: .class lang=fa }. " +
        `If the characters themselves are meant, write \\${shown}.`;
}
