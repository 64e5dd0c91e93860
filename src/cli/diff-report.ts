import type { ComparedStatement } from "../check/compare.ts";
import { listHunks, type SourceComparison } from "../check/verbatim.ts";
import type { Erratum } from "../errata/compare-builds.ts";
import { spellWords, type Word } from "../words.ts";
import { formatTable } from "./report.ts";
import { formatLegend, formatSideBySide, type ColumnSettings } from "./side-by-side.ts";

// What `pamphlet diff` reports.

/** A difference between a statement and its source; a line is that of the first word in its file. */
interface Difference {
  source: { line?: number; words: string };
  text: { line?: number; words: string };
  /** Whether a correction declares it. */
  declared: boolean;
}

/** Returns the differences between a statement and its source, in the order of the source. */
export function listDifferences(comparison: SourceComparison): Difference[] {
  const { source, text } = comparison;
  const describe = (words: Word[]) => ({ line: words[0]?.line, words: spellWords(words) });
  return listHunks(comparison)
    .map(({ a, b, declared }) => ({
      source: describe(source.slice(...a).filter(({ bullet }) => !bullet)),
      text: describe(text.slice(...b).filter(({ mark }) => !mark)),
      declared,
    }))
    .filter(({ source, text }) => source.words !== "" || text.words !== "");
}

/** Returns a statement beside its source, what the marks mean, and how many differences there are. */
export function formatComparison(
  { statement, comparison }: ComparedStatement,
  settings: Omit<ColumnSettings, "heads" | "fromRight">,
): string {
  if (!comparison) return `${statement.file} is an original: it has no source to be compared with.`;
  const differences = listDifferences(comparison);
  const declared = differences.filter((difference) => difference.declared).length;
  const heads = { source: statement.source.file, text: statement.file };
  const columns = formatSideBySide(comparison, { ...settings, fromRight: statement.dir === "rtl", heads });
  const end =
    differences.length === 0
      ? ["The words are those of the source."]
      : [
          `${formatLegend(settings.inColours)}.`,
          `${differences.length} difference${differences.length === 1 ? "" : "s"}, ${declared} of them declared.`,
        ];
  return [...columns, "", ...end].join("\n");
}

/** Returns the words that changed between two builds as a table. */
export function formatErrata(errata: Erratum[]): string {
  if (errata.length === 0) return "The pages of both builds have the same words.";
  const rows = errata.map(({ page, line, was, is }) => [page, String(line), was, is]);
  return [
    formatTable(["page", "line", "was", "is"], rows, ["right", "right", "left", "left"]),
    `${errata.length} change${errata.length === 1 ? "" : "s"}.`,
  ].join("\n");
}
