import type { Problem } from "../problem.ts";
import type { Draft } from "../publication.ts";
import { blocks } from "./inline.ts";
import { inMarkdown, placesIn } from "./place.ts";

// A tag or a comment as CommonMark has them; an address in angle brackets has a colon in its name, so it is none.
const tag = /<[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>|<!--|<![A-Za-z[]|<\?/g;

/** HTML is not let through: it would stand in every edition as the characters that were typed. */
export function htmlInMarkdown({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => {
    const place = placesIn(prose);
    return blocks(prose).flatMap((block) =>
      openings(inMarkdown(block.content, tag)).map((found): Problem => {
        const shown = found.split("\n")[0]!;
        return {
          code: "html-raw",
          place: place(shown, block),
          message: `"${shown}" is HTML, which is not let through`,
          hint: hint(shown),
        };
      }),
    );
  });
}

// An element is told once, where it opens.
function openings(tags: string[]): string[] {
  const opened = new Set(tags.map((tag) => /^<([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]));
  return tags.filter((tag) => !tag.startsWith("</") || !opened.has(/^<\/([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]));
}

function hint(shown: string): string {
  return /^<(script|style|iframe|!|\?)/i.test(shown)
    ? "Take it out."
    : `Use Markdown; a class or a language is written {: .class lang=fa }. If the sign itself is meant, write \\${shown}.`;
}
