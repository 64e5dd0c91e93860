import type { Token } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { blocks } from "./inline.ts";
import { inMarkdown, placesIn } from "./place.ts";

// Links lead to the web or to a mail address. None leads to another text of the publication: paper cannot follow it,
// and every edition has its texts elsewhere.
const schemes = new Set(["http:", "https:", "mailto:"]);

// What Markdown does not take for a link stays as it was typed: an address with a space in it, a scheme that it
// refuses.
const scheme = String.raw`(?:javascript|vbscript|file|data):\S*`;
const leftOver = new RegExp(String.raw`\]\(\S*|(?:\]:\s*<?|<)${scheme}`, "gi");
const typed = new RegExp(String.raw`\[(?:[^\][]|\[\^[^\]]*\])*\]\(\S*|(?:\]\(\s*<?|\]:\s*<?|<)${scheme}`, "gi");

/** Every link leads where a reader may go. */
export function links({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [...followed(prose), ...unseen(prose), ...unread(prose)]);
}

function followed(prose: Prose): Problem[] {
  const place = placesIn(prose);
  return blocks(prose).flatMap((block) =>
    (block.children ?? []).flatMap((child): Problem[] => {
      if (child.type !== "link_open") return [];
      const address = String(child.attrGet("href"));
      const fault = faultOf(address);
      const written = block.content.includes(address) ? address : decoded(address);
      return fault ? [{ code: "link-broken", place: place(written, block), ...fault }] : [];
    }),
  );
}

// A link without words shows nothing, and neither does its title.
function unseen(prose: Prose): Problem[] {
  return blocks(prose).flatMap((block) => unseenIn(block, prose));
}

function unseenIn(block: Token, prose: Prose): Problem[] {
  const place = placesIn(prose);
  const all = block.children ?? [];
  return all.flatMap((child, index): Problem[] => {
    if (child.type !== "link_open") return [];
    const problem = (needle: string, message: string, hint: string): Problem => ({
      code: "link-broken",
      place: place(needle, block),
      message,
      hint,
    });
    const address = String(child.attrGet("href"));
    const written = block.content.includes(address) ? address : decoded(address);
    const title = String(child.attrGet("title") ?? "");
    const end = all.findIndex(({ type }, other) => other > index && type === "link_close");
    const isEmpty = !all.slice(index + 1, end).some(({ type, content }) => type === "image" || content.trim() !== "");
    const hint = "Write them between the brackets: [words](https://www.example.org).";
    return [
      ...(isEmpty ? [problem(written, `the link to "${decoded(address)}" has no words, so nobody sees it`, hint)] : []),
      ...(title
        ? [
            problem(
              title,
              `the title of a link, "${title}", stands on no page`,
              "Write it in the text, or take it out.",
            ),
          ]
        : []),
    ];
  });
}

function unread(prose: Prose): Problem[] {
  const place = placesIn(prose);
  return blocks(prose).flatMap((block) => {
    const text = (block.children ?? []).map((child) => (child.type === "text" ? child.content : " ")).join("");
    const candidates = inMarkdown(block.content, typed);
    return (
      [...text.matchAll(leftOver)]
        .map(([found]) => found)
        // Brackets that a backslash makes plain are no candidates; what is written with entities does not stand in the
        // file as it is read.
        .filter((found) => candidates.some((candidate) => candidate.endsWith(found)) || !block.content.includes(found))
        .map((found): Problem => ({
          code: "link-broken",
          place: place(found, block),
          message: `"${found.replace(/^\]?[(:]?\s*<?/, "").replace(/[)>][.,;:]*$/, "")}" cannot be followed as a link`,
          hint: "A link is written [words](https://www.example.org), its address without spaces and the mark of a note after it.",
        }))
    );
  });
}

function faultOf(address: string): Pick<Problem, "message" | "hint"> | undefined {
  const hint = "Write the whole address, https://www.example.org/page, or the words alone.";
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address))
    return { message: `the link "${decoded(address)}" leads to no address on the web`, hint };
  if (!URL.canParse(address)) return { message: `"${decoded(address)}" is not an address`, hint };
  const { protocol } = new URL(address);
  if (!schemes.has(protocol))
    return {
      message: `a link may not begin with "${protocol}"`,
      hint: "Links lead to https:, http: or mailto: addresses.",
    };
  if (protocol === "mailto:" && !address.includes("@"))
    return { message: `"${address}" is not a mail address`, hint: "Write mailto:name@example.org." };
  return undefined;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
