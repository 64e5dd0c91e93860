import type { MarkdownIt, Token } from "./markdown-it.ts";

type TokenClass = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/**
 * Adds a rule to markdown-it that turns the title of an image into its caption: a `figcaption` below an image that is
 * alone in its paragraph, a `span` of the class `caption` after any other. A paragraph of the class `credit` below an
 * image that is alone, or in the line below it, becomes the end of its `figcaption`.
 */
export function addCaptions(md: MarkdownIt): void {
  // This rule comes before those that change quotes and dashes, so quotes and dashes in captions are changed too.
  md.core.ruler.before("linkify", "captions", (state) => {
    const tokens = separateCredits(state.tokens, state.Token);
    state.tokens = [];
    for (let index = 0; index < tokens.length; index++) {
      const [open, inline, , credit] = tokens.slice(index, index + 4) as [Token, Token?, Token?, Token?];
      const image = open.type === "paragraph_open" ? findOnlyImage(inline!.children!) : undefined;
      const title = image && removeTitle(image);
      if (title || (image && isCredit(credit))) {
        const paragraph = isCredit(credit) ? tokens.slice(index + 3, index + 6) : [];
        state.tokens.push(...createFigure(inline!, title!, paragraph, state.Token));
        index += 2 + paragraph.length;
      } else {
        if (open.type === "inline") addCaptionsInLine(open.children!, state.Token);
        state.tokens.push(open);
      }
    }
  });
}

function isCredit(token: Token | undefined): boolean {
  return token?.type === "paragraph_open" && /\bcredit\b/.test(String(token.attrGet("class") ?? ""));
}

// Makes two paragraphs of each credit that has its image in the line above.
function separateCredits(tokens: Token[], NewToken: TokenClass): Token[] {
  return tokens.flatMap((open, index) => {
    if (!isCredit(open)) return [open];
    const inline = tokens[index + 1]!;
    const end = inline.children!.findIndex(({ type }) => type === "softbreak");
    const line = inline.children!.slice(0, end);
    if (end < 0 || !findOnlyImage(line)) return [open];
    const [first, last] = inline.map!;
    const image = createInline(line, [first, first + 1], NewToken);
    inline.children!.splice(0, end + 1);
    inline.map = [first + 1, last];
    return [new NewToken("paragraph_open", "p", 1), image, new NewToken("paragraph_close", "p", -1), open];
  });
}

// Returns the image, with or without a link, if nothing else is in the line.
function findOnlyImage(line: Token[]): Token | undefined {
  const [image, ...others] = line.filter(
    ({ type, content }) => !type.startsWith("link_") && (type !== "text" || content),
  );
  return image?.type === "image" && others.length === 0 ? image : undefined;
}

// Removes the title of an image and returns it.
function removeTitle(image: Token): string {
  const title = String(image.attrGet("title") ?? "").trim();
  image.attrs = image.attrs?.filter(([name]) => name !== "title") ?? null;
  return title;
}

function createFigure(image: Token, title: string, credit: Token[], NewToken: TokenClass): Token[] {
  const caption = title === "" ? [] : [createInline([createText(title, NewToken)], image.map!, NewToken)];
  // In a list without empty lines the paragraphs are hidden; this one is not.
  for (const token of credit) token.hidden = false;
  const figure = [new NewToken("figure_open", "figure", 1), new NewToken("figure_close", "figure", -1)] as const;
  for (const token of figure) token.block = true;
  return [
    figure[0],
    image,
    new NewToken("figcaption_open", "figcaption", 1),
    ...caption,
    ...credit,
    new NewToken("figcaption_close", "figcaption", -1),
    figure[1],
  ];
}

function addCaptionsInLine(line: Token[], NewToken: TokenClass): void {
  for (const image of line.filter(({ type }) => type === "image")) {
    const title = removeTitle(image);
    if (title === "") continue;
    const open = new NewToken("span_open", "span", 1);
    open.attrSet("class", "caption");
    const caption = [open, createText(title, NewToken), new NewToken("span_close", "span", -1)];
    line.splice(line.indexOf(image) + 1, 0, createText(" ", NewToken), ...caption);
  }
}

function createInline(children: Token[], map: [number, number], NewToken: TokenClass): Token {
  const content = children.map((child) => child.content).join("");
  return Object.assign(new NewToken("inline", "", 0), { children, map, content, block: true });
}

function createText(content: string, NewToken: TokenClass): Token {
  return Object.assign(new NewToken("text", "", 0), { content });
}
