import { parse } from "../markdown/parse.ts";
import { readingOrder, type Publication } from "../publication.ts";
import { missingForms, missingTerms } from "../terms/index.ts";

/**
 * What is said of a publication as a whole after a build or a check, a sentence each: nothing is wrong, but it could be
 * better.
 */
export function remarksOn(publication: Publication): string[] {
  return [...missingWords(publication), ...missingCounts(publication), ...unusedAddresses(publication)];
}

// A list of all the terms would bury the remark.
const shown = 8;

function missingWords(publication: Publication): string[] {
  const missing = missingTerms(publication);
  if (missing.length === 0) return [];
  const named =
    missing.length > shown
      ? `${missing.slice(0, shown).join(", ")} and ${missing.length - shown} more`
      : missing.join(", ");
  const told = `the program has no words in ${called(publication.language)} for ${named}, and says them in English`;
  return [`publication.yaml: ${told}. Write them under terms:; src/terms/en.ts lists them all.`];
}

function missingCounts(publication: Publication): string[] {
  const missing = missingForms(publication);
  if (missing.length === 0) return [];
  return [
    `publication.yaml: ${called(publication.language)} counts in a form that terms: lacks: ${missing.join(", ")}. The form other: stands there.`,
  ];
}

// Such an address stands on no page, which may be meant or not.
function unusedAddresses(publication: Publication): string[] {
  return readingOrder(publication).flatMap((prose) => {
    const { tokens, addresses } = parse(prose);
    const used = new Set(
      tokens.flatMap(({ children }) =>
        (children ?? []).flatMap((child) => [child.attrGet("href"), child.attrGet("src")]),
      ),
    );
    return addresses
      .filter(({ address }) => !used.has(address))
      .map(
        ({ name, address }) =>
          `${prose.file}: no link uses the name [${name}], so its address ${address} stands on no page`,
      );
  });
}

function called(language: string): string {
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language);
  return name ? `${name} (${language})` : language;
}
