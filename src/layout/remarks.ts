/** What a typesetter would still change, by the names that the script in the page gives it. */
type Kind = "widow" | "orphan" | "short-page";

const sentences: Record<Kind, string> = {
  widow: "The last line of a paragraph is alone at the top of a page",
  orphan: "The first line of a paragraph is alone at the bottom of a page",
  "short-page": "A text ends with two lines or fewer on a page",
};

/** Returns what a typesetter would still change in a layout: one sentence for each kind, with its pages (from 1). */
export function remarksOf(findings: { kind: Kind; page: number }[]): string[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const pages = findings.filter((finding) => finding.kind === kind).map(({ page }) => page);
    return `${sentences[kind]} (page${pages.length > 1 ? "s" : ""} ${pages.join(", ")}).`;
  });
}
