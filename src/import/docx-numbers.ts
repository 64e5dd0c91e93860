import { parseXml, type Dom, type Nodes } from "../html/dom.ts";

// The numbers of a Word document stand nowhere in it: they are counted (ECMA-376, part 1, 17.9).

/** The number that a paragraph has, and how it is written: decimal, lowerLetter, … */
export interface ItemNumber {
  number: number;
  format: string;
}

interface Level {
  start: number;
  format: string;
}

interface Numbering {
  abstract: string;
  levels: Map<number, Level>;
  /** The levels that begin anew where this numbering is first used. */
  restarts: Map<number, number>;
}

/** Returns a function that counts paragraphs, in their order, and returns the number of one that has a number. */
export function createCounter(
  numberingXml: string | undefined,
  stylesXml: string | undefined,
): (paragraph: Nodes) => ItemNumber | undefined {
  const numberings = readNumberings(numberingXml ? parseXml(numberingXml) : undefined);
  const byStyle = readStyles(stylesXml ? parseXml(stylesXml) : undefined);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (paragraph) => {
    const properties = paragraph.children("w\\:pPr");
    const own = readReference(properties.children("w\\:numPr") as Nodes);
    const style = byStyle.get(properties.children("w\\:pStyle").attr("w:val") ?? "");
    const id = own?.id ?? style?.id;
    const level = own?.level ?? style?.level ?? 0;
    const numbering = numberings.get(id ?? "");
    const found = numbering?.levels.get(level);
    if (!numbering || !found || found.format === "bullet" || found.format === "none") return undefined;
    const count = counts.get(numbering.abstract) ?? [];
    counts.set(numbering.abstract, count);
    const restart = begun.has(`${id} ${level}`) ? undefined : numbering.restarts.get(level);
    begun.add(`${id} ${level}`);
    count[level] = restart ?? (count[level] === undefined ? found.start : count[level] + 1);
    count.length = level + 1;
    return { number: count[level], format: found.format };
  };
}

function readNumberings($: Dom | undefined): Map<string, Numbering> {
  const numberings = new Map<string, Numbering>();
  if (!$) return numberings;
  const abstracts = new Map<string, Map<number, Level>>();
  $("w\\:abstractNum").each((_, element) => {
    const levels = new Map<number, Level>();
    $(element)
      .children("w\\:lvl")
      .each((_, level) => {
        levels.set(Number($(level).attr("w:ilvl")), {
          start: Number($(level).children("w\\:start").attr("w:val") ?? 1),
          format: $(level).children("w\\:numFmt").attr("w:val") ?? "decimal",
        });
      });
    abstracts.set($(element).attr("w:abstractNumId") ?? "", levels);
  });
  $("w\\:num").each((_, element) => {
    const abstract = $(element).children("w\\:abstractNumId").attr("w:val") ?? "";
    const restarts = new Map<number, number>();
    $(element)
      .children("w\\:lvlOverride")
      .each((_, override) => {
        const start = $(override).children("w\\:startOverride").attr("w:val");
        if (start !== undefined) restarts.set(Number($(override).attr("w:ilvl")), Number(start));
      });
    const levels = abstracts.get(abstract) ?? new Map<number, Level>();
    numberings.set($(element).attr("w:numId") ?? "", { abstract, levels, restarts });
  });
  return numberings;
}

interface Reference {
  id?: string;
  level?: number;
}

function readReference(properties: Nodes): Reference | undefined {
  if (properties.length === 0) return undefined;
  const level = properties.children("w\\:ilvl").attr("w:val");
  return { id: properties.children("w\\:numId").attr("w:val"), ...(level !== undefined && { level: Number(level) }) };
}

function readStyles($: Dom | undefined): Map<string, Reference> {
  const styles = new Map<string, Reference>();
  $?.("w\\:style").each((_, style) => {
    const reference = readReference($(style).find("w\\:numPr").first() as Nodes);
    if (reference) styles.set($(style).attr("w:styleId") ?? "", reference);
  });
  return styles;
}
