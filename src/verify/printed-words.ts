import { strands } from "../markdown.ts";
import type { Problem } from "../problem.ts";
import type { Prose, Statement } from "../publication.ts";
import { words } from "../words.ts";
import { read, rightToLeft, type Reading } from "./bidi.ts";
import { headLost } from "./head.ts";
import { written, type Run } from "./pdf-text.ts";
import { expected, problem, seek, unitsOf, type By, type Found, type Lost, type Unit } from "./words.ts";

/** Finds texts on pages, one after the other: what of them and of their heads is lost, and the page on which each begins. */
export function wordsInOrder(texts: Prose[], pages: Run[][], path: string): { problems: Problem[]; startOf: Map<Prose, number> } {
  const unitsBy = unitsOfPages(pages);
  const startOf = new Map<Prose, number>();
  const problems: Problem[] = [];
  let before: Stand = { key: "", index: 0, page: 1 };
  for (const prose of texts) {
    let first: Lost | undefined;
    for (const reading of readingsOf(prose)) {
      const units = unitsBy(reading);
      const walk = seek(expected(strands(prose), reading.by), units, from(units, reading, before));
      if ("end" in walk) {
        problems.push(...headLacks(prose, units.slice(prose === texts[0] ? pageBefore(units, walk.start) : from(units, reading, before), walk.start), reading, path));
        startOf.set(prose, units[walk.start]?.word.page ?? 0);
        before = { key: reading.key, index: walk.end, page: units[walk.end - 1]?.word.page ?? before.page };
        break;
      }
      first ??= walk;
    }
    if (first && !startOf.has(prose)) problems.push(problem(prose, first, path));
  }
  return { problems, startOf };
}

// Not where the head or its direction is from right to left: which of its lines goes which way is told by the body alone. Not the author of the
// preface, who stands after it.
function headLacks(prose: Prose, found: Unit<OnPage>[], { by }: PageReading, path: string): Problem[] {
  const { organisation, title, author }: Partial<Statement> = prose;
  if (prose.dir === "rtl" || [organisation, title, author].some((text) => text !== undefined && rightToLeft.test(text))) return [];
  return headLost(organisation === undefined ? { ...prose, author: undefined } : prose, found.map(({ key }) => key).join(""), path, by);
}

// Before the first text stand the cover and the contents, with its name in them; its head is on the last page that says something before it.
function pageBefore(units: Unit<OnPage>[], start: number): number {
  return units.findIndex(({ word }) => word.page === units[start - 1]?.word.page);
}

/** Where a text ended: in the units of which reading, and on which page. */
interface Stand {
  key: string;
  index: number;
  page: number;
}

type OnPage = Found & { page: number };

/** A way to read pages; those with the same key are read alike. */
interface PageReading extends Reading {
  key: string;
  by: By;
}

// A text with letters from right to left is read in either way in which its lines can be meant.
function readingsOf({ body, dir: direction }: Prose): PageReading[] {
  if (!rightToLeft.test(body)) return [{ key: "plain", direction: "ltr", numbers: "joined", by: "letter" }];
  return (["joined", "apart"] as const).map((numbers) => ({ key: `${direction} ${numbers}`, direction, numbers, by: "bare letter" }));
}

// Read otherwise, a text has its letters elsewhere; then the page tells where the one before it ended.
function from(units: Unit<OnPage>[], { key }: PageReading, before: Stand): number {
  return key === before.key ? before.index : Math.max(0, units.findIndex(({ word }) => word.page >= before.page));
}

function unitsOfPages(pages: Run[][]): (reading: PageReading) => Unit<OnPage>[] {
  const known = new Map<string, Unit<OnPage>[]>();
  return (reading) => {
    const { key, by } = reading;
    const text = (runs: Run[]) => (key === "plain" ? written(runs) : read(runs, reading));
    const found = () => pages.flatMap((runs, index) => words(text(runs)).map((word): OnPage => ({ text: word.text, key: word.key, page: index + 1 })));
    if (!known.has(key)) known.set(key, unitsOf(found(), by));
    return known.get(key)!;
  };
}
