import { mmPerPixel } from "../../geometry.ts";
import type { Changes, Pages, State } from "../messages.ts";
import { arrange, type Arrangement, type Spread } from "./arrange.ts";
import { make } from "./elements.ts";
import { look } from "./look.ts";
import { openForDrawing, type PdfDrawing } from "./pdf.ts";
import { request } from "./request.ts";
import { spreadElement, type ShownFrame, type ShownSpread } from "./spread.ts";
import type { Part, View } from "./view.ts";

/** What a view of pages needs to know. */
interface PagesOptions {
  /** Pages that face each other stand side by side in a wide window, or all are as on the sheets. */
  sheets: boolean;
  /** Returns the path of the PDF of a part, without its ending. */
  pathOf(part: string): string;
  parts(state: State): Part[];
  /** Whether pages are marked that differ from the last build. */
  marksChanges: boolean;
  /** Called when other pages are to be seen. */
  moved(): void;
}

/** A window narrower than this shows pages one by one, in px; chosen by eye. */
const narrow = 600;

/** How long pages must be the latest ones before they are compared with the last build, in ms. Chosen by eye. */
const quietMs = 1500;

/** The room around a spread, in px: its margins and its label. */
const roomBeside = 32;
const roomAbove = 56;

/** Shows the pages of a PDF, below each other. The ones that are to be seen are drawn first. */
export function pagesView({ sheets, pathOf, parts, marksChanges, moved }: PagesOptions): View {
  const remarks = make("div", "remarks");
  const list = make("div", "spreads");
  const desk = make("div", sheets ? "desk with-sheets" : "desk", remarks, list);
  desk.tabIndex = 0;
  let pages: Pages | undefined;
  let pdf: PdfDrawing | undefined;
  let changes: Changes | undefined;
  let spreads: ShownSpread[] = [];
  let shownPart = "";

  const isNarrow = () => desk.clientWidth < narrow;
  const arrangement = (): Arrangement => (sheets ? "sheets" : isNarrow() ? "single" : "facing");
  const scale = (): number => {
    if (look.zoom !== undefined) return look.zoom / mmPerPixel;
    const width = Math.max(...spreads.map(({ spread }) => spread.width));
    const height = Math.max(...spreads.map(({ spread }) => spread.height));
    const across = (desk.clientWidth - roomBeside) / width;
    return isNarrow() ? across : Math.min(across, (desk.clientHeight - roomAbove) / height);
  };
  const isSeen = ({ element }: ShownSpread): boolean => {
    const [top, bottom] = [desk.scrollTop - desk.clientHeight / 2, desk.scrollTop + 1.5 * desk.clientHeight];
    return element.offsetTop < bottom && element.offsetTop + element.offsetHeight > top;
  };
  const drawFrame = async (frame: ShownFrame, wanted: string): Promise<void> => {
    if (frame.drawn === wanted) return;
    frame.drawn = wanted;
    const drawn = await pdf!.draw(frame.frame.page, scale());
    if (frame.drawn === wanted) frame.page.replaceChildren(drawn.canvas, drawn.text);
  };
  // What is drawn is named after the PDF and the scale.
  let name = "";
  const drawSpreads = (chosen: ShownSpread[]): Promise<unknown> => {
    const wanted = `${name} ${scale()}`;
    return Promise.all(chosen.flatMap(({ frames }) => frames.map((frame) => drawFrame(frame, wanted))));
  };
  // The spread at which the reader looks is first, and those around it follow.
  const draw = async (): Promise<void> => {
    await drawSpreads(spreads.slice(current(), current() + 1));
    await drawSpreads(spreads.filter(isSeen));
  };
  // Keeps the elements that there are, with what is drawn in them, until they are drawn anew.
  const lay = (): void => {
    const arranged = arrange(pages!, arrangement(), look.boxes);
    const old = spreads;
    spreads = arranged.map((spread, index) => reuse(old[index], spread) ?? spreadElement(spread, pages!));
    list.replaceChildren(...spreads.map(({ element }) => element));
    desk.style.setProperty("--mm", String(scale()));
    desk.style.setProperty("--line", String(pages!.line ?? 0));
    desk.classList.toggle("with-boxes", look.boxes);
    desk.classList.toggle("with-grid", look.grid && pages!.line !== undefined);
    mark();
  };
  const mark = (): void => {
    for (const { frames } of spreads)
      for (const { element, frame } of frames) {
        element.classList.toggle("changed", changes?.pages.includes(frame.page) ?? false);
        element.dataset["changed"] = changes ? `changed since the build of ${formatDate(changes.since)}` : "";
      }
  };
  const relay = (): void => {
    if (!pages || desk.clientWidth === 0) return;
    const share = desk.scrollTop / desk.scrollHeight;
    lay();
    desk.scrollTop = share * desk.scrollHeight;
    void draw();
  };
  const current = (): number => {
    const middle = desk.scrollTop + desk.clientHeight / 2;
    const after = spreads.findIndex(({ element }) => element.offsetTop + element.offsetHeight > middle);
    return after === -1 ? spreads.length - 1 : after;
  };
  desk.addEventListener("scroll", () => {
    void draw();
    moved();
  });
  new ResizeObserver(relay).observe(desk);

  return {
    element: desk,
    parts,
    async show(state, part) {
      const { version } = state;
      const all = parts(state).map(({ value }) => value);
      const chosen = all.includes(part) ? part : (all[0] ?? "");
      const path = pathOf(chosen);
      const facts = (await (await request(`${path}.json`, version))!.json()) as Pages;
      const opened = await openForDrawing(await (await request(`${path}.pdf`, version))!.arrayBuffer());
      const last = pdf;
      [pages, pdf, changes] = [facts, opened, undefined];
      name = `${path} ${version}`;
      remarks.replaceChildren(...facts.remarks.map((sentence) => make("p", "", sentence)));
      lay();
      if (chosen !== shownPart) desk.scrollTop = 0;
      shownPart = chosen;
      await draw();
      last?.close();
      moved();
      if (facts.line !== undefined) {
        const start = await opened.findGrid(facts.line, facts.page.bleed);
        desk.style.setProperty("--grid-start", String(start));
      }
      if (marksChanges) void findChanges(version, name);
    },
    pages: {
      turn(by) {
        const target = spreads[Math.min(Math.max(current() + by, 0), spreads.length - 1)];
        if (target)
          desk.scrollTo({ top: target.element.offsetTop - (desk.clientHeight - target.element.offsetHeight) / 2 });
      },
      place: () => spreads[current()]?.spread.label ?? "",
      lookAgain() {
        relay();
        moved();
      },
      hasGrid: () => pages?.line !== undefined,
    },
  };

  // Later, because a reader who goes on writing does not wait for it.
  async function findChanges(version: number, wanted: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    if (name !== wanted) return;
    const response = await request("changes.json", version).catch(() => undefined);
    if (!response || name !== wanted) return;
    changes = (await response.json()) as Changes;
    mark();
  }
}

function formatDate(date: string): string {
  return new Date(date).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
}

function reuse(shown: ShownSpread | undefined, spread: Spread): ShownSpread | undefined {
  return shown && JSON.stringify(shown.spread) === JSON.stringify(spread) ? shown : undefined;
}
