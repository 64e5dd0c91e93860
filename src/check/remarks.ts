import { spellAddress } from "../addresses.ts";
import { nameOfLanguage } from "../language.ts";
import { formatInteger } from "../locale-format.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { distinctionOf, listTwins, statementNameOf } from "../names.ts";
import { readStrands } from "../markdown/strands.ts";
import { imprintOf, leafletOf, listInReadingOrder, listTexts, type Publication } from "../publication.ts";
import { remarkOnResolution } from "./resolution.ts";
import { findMissingForms, findMissingTerms } from "../terms/index.ts";
import { remarkOnAssumptions } from "./assumptions.ts";

/** Returns what could be better about a publication that has no problems: sentences, each after the name of a file. */
export function findRemarks(publication: Publication): string[] {
  return [
    ...remarkOnAssumptions(publication),
    ...remarkOnTerms(publication),
    ...remarkOnForms(publication),
    ...remarkOnUnusedAddresses(publication),
    ...remarkOnUnusedShortAddresses(publication),
    ...remarkOnResolution(publication),
    ...remarkOnTwins(publication),
    ...remarkOnLeaflets(publication),
  ];
}

// The names of all the terms, about seventy, would fill the terminal.
const mostNamed = 8;

function remarkOnTerms(publication: Publication): string[] {
  const missing = findMissingTerms(publication);
  if (missing.length === 0) return [];
  const named =
    missing.length > mostNamed
      ? `${missing.slice(0, mostNamed).join(", ")} and ${missing.length - mostNamed} more`
      : missing.join(", ");
  return [
    `publication.yaml: The program has no words in ${nameOfLanguage(publication.language)} for ${named}, ` +
      "and prints them in English. Write your own under “terms:”; src/terms/en.ts lists them all.",
  ];
}

function remarkOnForms(publication: Publication): string[] {
  const missing = findMissingForms(publication);
  if (missing.length === 0) return [];
  return [
    `publication.yaml: ${nameOfLanguage(publication.language)} counts in forms that are missing under “terms:”, ` +
      `${missing.join(", ")}, so the form “other” is printed.`,
  ];
}

/**
 * The most words that a leaflet can have: 48 pages of A5, the most that can be folded, with some 600 words of 9 pt each.
 * Estimated; the leaflet edition measures.
 */
const mostWordsOfLeaflet = 28_000;

function remarkOnLeaflets(publication: Publication): string[] {
  if (!publication.editions.includes("leaflets")) return [];
  return publication.statements.flatMap((statement) => {
    const { body, notes } = readStrands(leafletOf(statement));
    const words = body.length + notes.flat().length;
    if (words <= mostWordsOfLeaflet) return [];
    const [found, most] = [words, mostWordsOfLeaflet].map((number) => number.toLocaleString("en"));
    return [
      `${leafletOf(statement).file}: This text has ${found} words, and a leaflet has room for about ${most}. A shorter ` +
        `version can be named in ${statement.file}, as “leaflet:”.`,
    ];
  });
}

// Texts with one name, which are told apart by a number alone.
function remarkOnTwins(publication: Publication): string[] {
  return publication.statements.flatMap((statement) => {
    const [first, ...others] = listTwins(statement, publication);
    if (first !== statement || distinctionOf(statement, publication) !== formatInteger(1, statement.lang)) return [];
    const files = others.map(({ file }) => file).join(", ");
    return [
      `${statement.file}: This text is told only by a number from ${files}, as “${statementNameOf(statement, publication)}”. ` +
        "A title of its own, an author or a date would say more.",
    ];
  });
}

// Long addresses for which print has a short one, but to which no link leads: they may be mistyped.
function remarkOnUnusedShortAddresses(publication: Publication): string[] {
  const linked = new Set(
    [...listTexts(publication), ...[imprintOf(publication) ?? []].flat()].flatMap((prose) =>
      parseMarkdown(prose).tokens.flatMap(({ children }) =>
        (children ?? []).map((child) => spellAddress(String(child.attrGet("href")))),
      ),
    ),
  );
  return Object.keys(publication.print.short)
    .filter((address) => !linked.has(spellAddress(address)))
    .map((address) => `publication.yaml: No link leads to ${address}, for which “print.short” has a short address.`);
}

// Link definitions, `[name]: address`, that no link uses. They appear on no page, which may be intended or not.
function remarkOnUnusedAddresses(publication: Publication): string[] {
  return listInReadingOrder(publication).flatMap((prose) => {
    const { tokens, addresses } = parseMarkdown(prose);
    const used = new Set(
      tokens.flatMap(({ children }) =>
        (children ?? []).flatMap((child) => [child.attrGet("href"), child.attrGet("src")]),
      ),
    );
    return addresses
      .filter(({ address }) => !used.has(address))
      .map(
        ({ name, address }) =>
          `${prose.file}: No link uses the name “[${name}]”, so its address ${address} is printed nowhere.`,
      );
  });
}
