import type { FitOptions, Fitted } from "../layout.ts";
import { fillPages } from "../setting/fill-pages.ts";
import { findFit, noChange, type TypeChange } from "../setting/fit-sheets.ts";
import { readColumn, type ColumnBlock } from "./column.ts";
import { gridLine, px } from "./dom.ts";
import { avoidOneWordLastLine } from "./last-line.ts";
import { measureParagraphs } from "./measure-lines.ts";
import { setLines, setRagged } from "./set-lines.ts";
import { hundredths, prepareChanges } from "./type-change.ts";
import { leave, listWays, listWaysOfOthers, measureNotes, readWay, type Way } from "./ways.ts";

/** The step between two sizes of type, in pt. */
const sizeStep = 0.05;

/** What the notes of a page have besides themselves (px): margin, rule and padding of @footnote. */
const noteFrame = 19;

/**
 * Chooses the lines of all paragraphs of the texts, so that spaces are even and pages full, and sets them. The type area
 * is in px; `fixed` are the pages that have no text.
 */
export function setTexts(
  texts: HTMLElement[],
  area: { width: number; height: number },
  { fit, size }: FitOptions,
  fixed: number,
): Fitted {
  const paragraphs = texts.flatMap((text) => [...text.querySelectorAll<HTMLElement>(".prose :is(p, li)")]);
  const applyChange = prepareChanges(size, area.height);
  const noteHeights = measureNotes();
  const readColumns = () => texts.map((text) => readColumn(text, (block) => readWay(block, noteHeights), leave));
  const columnsAsTheyAre = readColumns();
  const measured = measureParagraphs(paragraphs);
  const columnsOf = new Map<TypeChange, ColumnBlock<Way>[][]>();
  const evaluate = (change: TypeChange) => {
    const ways = new Map(measured.map((paragraph) => [paragraph.block, listWays(paragraph, change, noteHeights)]));
    const others = columnsAsTheyAre
      .flat()
      .flatMap(({ block, data }) => (data.line && !ways.get(block)?.length ? block : []));
    // Smaller type alone changes nothing in a column but the lines of paragraphs that were measured.
    const isMoved = change.lines > 0 || change.measure > 0 || (others.length > 0 && change !== noChange);
    if (isMoved) applyChange(change);
    for (const [block, found] of listWaysOfOthers(others, noteHeights)) ways.set(block, found);
    const columns = (isMoved ? readColumns() : columnsAsTheyAre).map((column) => replaceWays(column, ways));
    columnsOf.set(change, columns);
    const room = { height: area.height, line: gridLine(), noteFrame };
    return columns.map((column) =>
      fillPages(
        column.map(({ data }) => data),
        room,
      ),
    );
  };
  const { change, plan, natural, over } = findFit(evaluate, { fit, fixed, step: sizeStep / size });
  applyChange(change);
  const chosen = new Map<HTMLElement, Way>();
  columnsOf.get(change)!.forEach((column, text) => {
    const { chosen: indexes } = plan.fillings[text]!;
    column.forEach(({ block, data }, index) => chosen.set(block, data.choices[indexes[index]!]!));
  });
  for (const [block, way] of chosen) carryOut(block, way);
  // Letters of another size are not exactly in proportion, so what was changed is measured once more.
  const final = change === noChange ? measured : measureParagraphs(paragraphs);
  const set = final.flatMap((paragraph) => {
    const ways = listWays(paragraph, noChange, noteHeights);
    const way = ways.find(({ lines }) => lines === chosen.get(paragraph.block)?.lines) ?? ways[0];
    if (way?.setting) return setLines(paragraph, way.setting);
    // A word is wider than the lines, and the browser would justify those around it with gaping spaces.
    setRagged(paragraph.block);
    return [];
  });
  const failed = set.filter((paragraph) => !paragraph.isAsChosen());
  for (const paragraph of failed) paragraph.undo();
  const isSet = new Set(set.filter((paragraph) => !failed.includes(paragraph)).map(({ block }) => block));
  // An item of a list may contain paragraphs that were set.
  const isLeft = (block: HTMLElement) => !isSet.has(block) && !block.querySelector("p, li");
  for (const paragraph of paragraphs.filter(isLeft)) avoidOneWordLastLine(paragraph, gridLine());
  return {
    pages: fixed + plan.pages,
    natural,
    ...(change.size !== 1 && { size: hundredths(change.size * size) }),
    ...(change.lines > 0 && { line: gridLine() }),
    ...(change.measure > 0 && { measure: change.measure }),
    over: over.map(({ text, lines }) => ({ text: texts[text]!.dataset["bookmark"]!, lines })),
  };
}

function replaceWays(column: ColumnBlock<Way>[], waysOf: Map<HTMLElement, Way[]>): ColumnBlock<Way>[] {
  return column.map(({ block, data }) => {
    const ways = waysOf.get(block);
    return { block, data: ways?.length ? { ...data, choices: ways } : data };
  });
}

function carryOut(block: HTMLElement, { space, tight }: Way): void {
  if (space > 0) block.style.marginTop = `${px(getComputedStyle(block).marginTop) + space}px`;
  if (tight) block.classList.add(tight);
}
