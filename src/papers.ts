import type { PageFormat, PageGeometry, SheetSize } from "./geometry.ts";

// The papers that pamphlets are printed on, and the ways in which an editor may have them imposed. Lengths are in mm.

/** Papers by their names in publication.yaml; across, as most folds lay them. SRA3 (ISO 217) is A3 with room to trim. */
const papers = {
  A5: { name: "A5", width: 210, height: 148 },
  A4: { name: "A4", width: 297, height: 210 },
  A3: { name: "A3", width: 420, height: 297 },
  SRA3: { name: "SRA3", width: 450, height: 320 },
  Letter: { name: "US Letter", width: 279.4, height: 215.9 },
  Tabloid: { name: "Tabloid", width: 431.8, height: 279.4 },
} as const satisfies Record<string, SheetSize>;

export type PaperName = keyof typeof papers;
export const paperNames = Object.keys(papers) as [PaperName, ...PaperName[]];

/**
 * The papers of the booklets that every build makes. The first is the page's own, which has room for two pages beside each
 * other; the others are those that people have where it is not sold.
 */
const usualPapers: Record<PageFormat, [own: PaperName, ...others: PaperName[]]> = {
  A5: ["A4", "Letter"],
  A6: ["A5", "A4", "Letter"],
  DL: ["A4", "Letter"],
  "half-letter": ["Letter", "A4"],
  A4: ["A3", "Tabloid"],
  Letter: ["Tabloid", "A3"],
  square: ["A4", "Letter"],
};

/** The ways to impose the pamphlet, beside the booklets. */
export const imposeNames = [
  "sections",
  "two-a-sheet",
  "eight-pages",
  "sixteen-pages",
  "n-up",
  "repeat",
  "cut-and-stack",
  "work-and-turn",
] as const;
export type ImposeName = (typeof imposeNames)[number];

/** One of the ways under `print: impose:`, with its settings. */
export interface ImposeWay {
  fold: ImposeName;
  paper?: PaperName | undefined;
  /** How many sheets make a section. */
  sheets?: number | undefined;
  /** The room between pages that are cut apart. */
  gutter?: number | undefined;
  /** The edge on which the printer turns the paper. */
  turn?: "short-edge" | "long-edge" | undefined;
}

/** What decides on which papers the pamphlet is printed. */
export interface PrintFacts {
  page: PageFormat;
  papers?: PaperName[] | undefined;
  impose?: ImposeWay[] | undefined;
}

/** Returns a paper by its name, lying across. */
export function paperOf(name: PaperName): SheetSize {
  return papers[name];
}

/** Returns the page's own paper. */
export function ownPaperOf({ page }: Pick<PrintFacts, "page">): PaperName {
  return usualPapers[page][0];
}

/** Returns the papers for which booklets are made. */
export function listPapers({ page, papers }: PrintFacts): PaperName[] {
  return papers ?? usualPapers[page];
}

/** Returns the paper of the printer where pages of a size are read: US Letter or A4, in landscape. */
export function officePaperOf(page: PageFormat): SheetSize {
  const own = ownPaperOf({ page });
  return paperOf(own === "Letter" || own === "Tabloid" ? "Letter" : "A4");
}

/** Returns the paper whose booklets the printer test names: the first that office printers take, or the first of all. */
export function testedPaperOf(print: PrintFacts): PaperName {
  const papers = listPapers(print);
  return papers.find(isOfficePaper) ?? papers[0]!;
}

/** Returns the page of the printer test: a sheet of office paper in landscape. */
export function printerTestOf(print: PrintFacts): PageGeometry {
  const tested = testedPaperOf(print);
  const { width, height } = isOfficePaper(tested) ? paperOf(tested) : officePaperOf(print.page);
  return { width, height, bleed: 0, margins: { top: 15, bottom: 14, inner: 0, outer: 0 } };
}

function isOfficePaper(paper: PaperName): boolean {
  return paper === "A4" || paper === "Letter";
}

/** Papers of twice the size. */
const twiceAsLarge: Partial<Record<PaperName, PaperName>> = { A5: "A4", A4: "A3", Letter: "Tabloid" };

/** How often the page's own paper has to be doubled for the ways that have more than two pages a side. */
const doublings: Partial<Record<ImposeName, number>> = { "two-a-sheet": 1, "eight-pages": 1, "sixteen-pages": 2 };

/** Returns the paper for a way of imposing: that which it names, or the page's own, doubled as far as the way needs it. */
export function paperOfWay({ fold, paper }: ImposeWay, print: PrintFacts): PaperName {
  if (paper) return paper;
  let chosen = ownPaperOf(print);
  for (let count = doublings[fold] ?? 0; count > 0; count--) chosen = twiceAsLarge[chosen] ?? chosen;
  return chosen;
}

/** Returns the names of the ways to impose: the fold and its paper, as in the names of their files. */
export function listImposed(print: PrintFacts): { name: string; way: ImposeWay }[] {
  return (print.impose ?? []).map((way) => ({ name: `${way.fold}-${paperOfWay(way, print).toLowerCase()}`, way }));
}
