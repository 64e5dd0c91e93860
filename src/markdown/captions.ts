import type { MarkdownIt, Token } from "./markdown-it.ts";

/**
 * Adds a rule to markdown-it that turns the title of an image into its caption: a `figcaption` below an image that is
 * alone in its paragraph, a `span` of the class `caption` after any other.
 */
export function addCaptions(md: MarkdownIt): void {
  // This rule comes before those that change quotes and dashes, so quotes and dashes in captions are changed too.
  md.core.ruler.before("linkify", "captions", ({ tokens, Token: NewToken }) => {
    for (const [index, { children }] of tokens.entries()) {
      const images = children?.filter(({ type }) => type === "image") ?? [];
      const isAlone =
        tokens[index - 1]?.type === "paragraph_open" &&
        children?.filter(({ type }) => !type.startsWith("link_")).length === 1;
      for (const image of images) {
        const title = removeTitle(image);
        if (title === "") continue;
        const name = isAlone ? "figcaption" : "span";
        const caption = [
          new NewToken(`${name}_open`, name, 1),
          Object.assign(new NewToken("text", "", 0), { content: title }),
          new NewToken(`${name}_close`, name, -1),
        ];
        if (isAlone) {
          children!.push(...caption);
          turnIntoFigure(tokens[index - 1]!);
          turnIntoFigure(tokens[index + 1]!);
        } else {
          caption[0]!.attrSet("class", "caption");
          const space = Object.assign(new NewToken("text", "", 0), { content: " " });
          children!.splice(children!.indexOf(image) + 1, 0, space, ...caption);
        }
      }
    }
  });
}

// Removes the title of an image and returns it.
function removeTitle(image: Token): string {
  const title = String(image.attrGet("title") ?? "").trim();
  image.attrs = image.attrs?.filter(([name]) => name !== "title") ?? null;
  return title;
}

function turnIntoFigure(paragraph: Token): void {
  paragraph.type = paragraph.type.replace("paragraph", "figure");
  paragraph.tag = "figure";
  paragraph.hidden = false;
}
