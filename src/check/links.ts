import { decodeAddress } from "../names.ts";
import type { Token } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import type { Draft, Prose } from "../publication.ts";
import { findTextBlocks } from "./inline.ts";
import { findInMarkdown, createPlaceFinder, type PlaceFinder } from "./place.ts";

// Links lead to the web, to a mail address or to a telephone. A link to another text of the publication would not work: no one can
// follow it on paper, and each edition has its texts in other places.
const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);

// What markdown-it does not accept as a link remains in the text as it was typed: an address with a space in it, or one
// of the schemes that it refuses for security (its function validateLink).
const refused = String.raw`(?:javascript|vbscript|file|data):\S*`;
// `remainder` matches what is left of such a link in the parsed text, `attempt` how such a link may begin in the
// Markdown.
const remainder = new RegExp(String.raw`\]\(\S*|(?:\]:\s*<?|<)${refused}`, "gi");
const attempt = new RegExp(String.raw`\[(?:[^\][]|\[\^[^\][]*\])*\]\(\S*|(?:\]\(\s*<?|\]:\s*<?|<)${refused}`, "gi");

/** Checks that readers can see every link, and that its address leads to the web or to a mail address. */
export function checkLinks({ texts }: Draft): Problem[] {
  return texts.flatMap((prose) => [...checkAddresses(prose), ...checkWords(prose), ...findUnparsed(prose)]);
}

function checkAddresses(prose: Prose): Problem[] {
  const place = createPlaceFinder(prose);
  return findTextBlocks(prose).flatMap((block) =>
    (block.children ?? []).flatMap((child): Problem[] => {
      if (child.type !== "link_open") return [];
      const address = String(child.attrGet("href"));
      const fault = findAddressFault(address);
      return fault ? [{ code: "link-broken", place: place(asWritten(address, block), block), ...fault }] : [];
    }),
  );
}

// A link without words shows nothing. The title of a link shows in no edition.
function checkWords(prose: Prose): Problem[] {
  const place = createPlaceFinder(prose);
  return findTextBlocks(prose).flatMap((block) => checkWordsIn(block, place));
}

function checkWordsIn(block: Token, place: PlaceFinder): Problem[] {
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
    const title = String(child.attrGet("title") ?? "");
    let next = index + 1;
    while (all[next]!.type !== "link_close" && !showsSomething(all[next]!)) next++;
    const isEmpty = all[next]!.type === "link_close";
    const problems: Problem[] = [];
    if (isEmpty) {
      const message = `The link to “${decodeAddress(address)}” has no words, so nobody sees it.`;
      const hint = "Write them between the brackets: [words](https://www.example.org).";
      problems.push(problem(asWritten(address, block), message, hint));
    }
    if (title) {
      const message = `The title of a link, “${title}”, would be printed nowhere.`;
      problems.push(problem(title, message, "Write it in the text, or delete it."));
    }
    return problems;
  });
}

function showsSomething({ type, content }: Token): boolean {
  return type === "image" || content.trim() !== "";
}

function findUnparsed(prose: Prose): Problem[] {
  const place = createPlaceFinder(prose);
  return findTextBlocks(prose).flatMap((block) => {
    const text = (block.children ?? []).map((child) => (child.type === "text" ? child.content : " ")).join("");
    const attempts = findInMarkdown(block.content, attempt);
    return (
      [...text.matchAll(remainder)]
        .map(([found]) => found)
        // Keeps only what was meant as a link. If the Markdown has the same characters but not as an attempt, a
        // backslash makes them plain text, which is intended. If it does not have them at all, they were written with
        // entities such as &#58;.
        .filter((found) => attempts.some((written) => written.endsWith(found)) || !block.content.includes(found))
        .map((found): Problem => ({
          code: "link-broken",
          place: place(found, block),
          message: `“${found.replace(/^\]?[(:]?\s*<?/, "").replace(/[)>][.,;:]*$/, "")}” does not work as a link.`,
          hint:
            "Write a link as [words](https://www.example.org), without spaces in the address, " +
            "and a note mark after it.",
        }))
    );
  });
}

function findAddressFault(address: string): Pick<Problem, "message" | "hint"> | undefined {
  const hint = "Write the whole address, https://www.example.org/page, or the words alone.";
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address))
    return { message: `The link “${decodeAddress(address)}” does not lead to an address on the web.`, hint };
  if (!URL.canParse(address)) return { message: `“${decodeAddress(address)}” is not a web address.`, hint };
  const { protocol } = new URL(address);
  if (!schemes.has(protocol))
    return {
      message: `A link cannot begin with “${protocol}”.`,
      hint: "Links lead to https:, http:, mailto: or tel: addresses.",
    };
  if (protocol === "mailto:" && !address.includes("@"))
    return { message: `“${address}” is not a mail address.`, hint: "Write mailto:name@example.org." };
  if (protocol === "tel:" && !/^tel:\+?[\d().-]*\d[\d().-]*$/.test(address))
    return { message: `“${address}” is not a telephone number.`, hint: "Write tel:+442012345678, without spaces." };
  return undefined;
}

// markdown-it encodes an address: é becomes %C3%A9.
function asWritten(address: string, block: Token): string {
  return block.content.includes(address) ? address : decodeAddress(address);
}
