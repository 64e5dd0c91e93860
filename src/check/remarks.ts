import { nameOfLanguage } from "../language.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import { listInReadingOrder, type Publication } from "../publication.ts";
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
    ...remarkOnResolution(publication),
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
