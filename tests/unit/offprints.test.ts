import { describe, expect, it } from "vitest";
import { foldedForms, forms, leafletPageOf, panelOf, posterPageOf, posterSizesOf } from "../../src/forms.ts";
import { folds } from "../../src/folds/index.ts";
import { planOffprint } from "../../src/folds/offprints.ts";
import { pageFormats } from "../../src/geometry.ts";
import { listPosterFits } from "../../src/layout/poster-fit.ts";
import { spreadBlocks } from "../../src/layout/setting/spread.ts";
import { kindsOf, listOffprints, type Offprint } from "../../src/offprints.ts";
import type { Event } from "../../src/schema-event.ts";
import { foldSheets } from "../../src/verify/folding.ts";
import { publicationOf, statementOf } from "../support/publication.ts";

const meeting: Event = { title: "A fixture meeting", date: "2021-05-02", place: "Fixture Hall" };
const namesOf = (offprints: Offprint[]) => offprints.map(({ form, name }) => `${name}: ${form}`);

describe("what is printed by itself", () => {
  it("is each text as a leaflet, and no event, where nobody asks for a form", () => {
    expect(namesOf(listOffprints(publicationOf([{}, {}], { event: [meeting] })))).toEqual([
      "text-1: leaflet",
      "text-2: leaflet",
    ]);
  });

  it("is what is asked for, each form once, and a shorter version in place of a text", () => {
    const leaflet = statementOf({ slug: "shorter", lang: "fa" });
    const publication = publicationOf([{ slug: "one", leaflet, as: ["poster", "poster", "mini-zine"] }], {
      event: [{ ...meeting, as: ["poster"] }],
    });
    const offprints = listOffprints(publication);
    expect(namesOf(offprints)).toEqual(["one: poster", "one: mini-zine", "a-title-event: poster"]);
    expect(offprints[0]).toMatchObject({ dir: "rtl", lang: "fa", text: { slug: "shorter" } });
  });

  it("is chosen by text; then no event is printed", () => {
    const publication = publicationOf([{}, {}], { event: [{ ...meeting, as: ["poster"] }], leaflets: ["text-2"] });
    expect(namesOf(listOffprints(publication))).toEqual(["text-2: leaflet"]);
  });

  it("names each of several events by its number", () => {
    const publication = publicationOf([], { event: [meeting, { ...meeting, as: ["leaflet"] }] });
    expect(namesOf(listOffprints(publication))).toEqual(["a-title-event-2: leaflet"]);
  });

  it("has sheets of its own, and of a poster tiles if they are asked for", () => {
    const kinds = (as: Offprint["form"], tiles?: "A3" | "A2") => {
      const publication = publicationOf([{ as: [as] }], { print: { tiles } });
      return kindsOf(listOffprints(publication)[0]!, publication);
    };
    expect(kinds("z-fold")).toEqual(["z-fold", "z-fold-sheets"]);
    expect(kinds("leaflet")).toEqual(["leaflet", "leaflet-sheets"]);
    expect(kinds("poster")).toEqual(["poster", "poster-large"]);
    expect(kinds("poster", "A3")).toEqual(["poster", "poster-large", "poster-tiles"]);
    expect(kinds("poster", "A2")).toEqual(["poster", "poster-large", "poster-whole", "poster-tiles"]);
  });
});

describe("the pages of forms", () => {
  it("leave the leaflet of A5 its margins, and others their part of them", () => {
    expect(leafletPageOf("A5")).toMatchObject({
      width: 148,
      height: 210,
      margins: { top: 13, bottom: 10, inner: 14, outer: 14 },
      scale: 1,
    });
    expect(leafletPageOf("A6").margins).toEqual({ top: 9.16, bottom: 7.05, inner: 9.93, outer: 9.93 });
  });

  it("are parts of the office sheet, and posters sheets of their own", () => {
    expect(panelOf("tri-fold", "A5")).toMatchObject({ width: 99, height: 210 });
    expect(panelOf("mini-zine", "A5")).toMatchObject({ width: 74.25, height: 105 });
    expect(panelOf("quarter-fold", "A5")).toMatchObject({ width: 105, height: 148.5 });
    expect(panelOf("z-fold", "Letter")).toMatchObject({ width: 93.13, height: 215.9 });
    expect(posterSizesOf("DL").map(posterPageOf)).toMatchObject([{ width: 210 }, { width: 297 }]);
    expect(posterSizesOf("half-letter").map(posterPageOf)).toMatchObject([{ width: 215.9 }, { width: 279.4 }]);
  });
});

describe("the fold of an offprint", () => {
  const ways = pageFormats.flatMap((page) =>
    forms
      .filter((form) => form !== "poster")
      .flatMap((form) => [1, 2, 3, 5, 6].map((pages) => ({ page, form, pages }))),
  );
  it.each(ways)("of $pages pages of $form where pages are $page brings them into order", ({ page, form, pages }) => {
    const [offprint] = listOffprints(publicationOf([{ as: [form], dir: "rtl" }]));
    const { fold, job } = planOffprint(offprint!, pages, { page, paper: 0.1 });
    const sheets = folds[fold].sheets(job);
    for (const copy of foldSheets(folds[fold].work(job))) {
      const read = copy.map(({ sheet, side, area, turned }) => {
        const panels = sheets[sheet]![side] ?? [];
        const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
        const panel = panels.find(
          ({ frame: { x, y, width, height } }) =>
            middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height,
        );
        return { page: panel?.page, isUpright: panel?.turned === turned };
      });
      const shown = read.filter(({ page }) => page !== undefined);
      expect(shown.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
      expect(shown.every(({ isUpright }) => isUpright)).toBe(true);
      // The back of a folded form is its last page, however few pages it has.
      const isFoldedForm = (foldedForms as readonly string[]).includes(form) && pages > 1;
      expect(read.at(-1)?.page === pages || !isFoldedForm).toBe(true);
    }
  });
});

describe("a text that is short", () => {
  it("is shared out so that the fullest panel is as empty as can be", () => {
    expect(spreadBlocks([1, 1, 1, 1], 4)).toEqual([0, 1, 2, 3]);
    expect(spreadBlocks([3, 1, 1, 1, 3], 3)).toEqual([0, 1, 1, 1, 2]);
    expect(spreadBlocks([1, 1, 5], 2)).toEqual([0, 0, 1]);
  });

  it("leaves the last panels empty if it has fewer blocks", () => {
    expect(spreadBlocks([2, 2], 4)).toEqual([0, 1]);
    expect(spreadBlocks([], 4)).toEqual([]);
  });
});

describe("a poster", () => {
  it("gives up of its title, part by part, and then of its text, down to 10 pt on A4", () => {
    const width = (210 - 24) * (96 / 25.4);
    const fits = listPosterFits(width, "text");
    expect(fits.map(({ columns, titleShare }) => `${columns} ${titleShare}`)).toEqual(
      [0.3, 0.2, 0.13].flatMap((share) => [1, 2, 3].map((columns) => `${columns} ${share}`)),
    );
    expect((fits.at(-1)!.text.smallest * 72) / 96).toBeCloseTo(10, 1);
    expect(fits.every(({ text }) => text.smallest <= text.largest)).toBe(true);
  });

  it("of an event has one column", () => {
    expect(listPosterFits(700, "event").map(({ columns }) => columns)).toEqual([1, 1, 1]);
  });
});
