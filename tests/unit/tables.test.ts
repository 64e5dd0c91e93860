import { describe, expect, it } from "vitest";
import { boxTables, labelCells } from "../../src/compile/wide-tables.ts";
import { parseFragment, type Dom } from "../../src/html/dom.ts";
import { findMissingTails } from "../../src/markdown/numbers.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { readStrands } from "../../src/markdown/strands.ts";
import { publicationOf } from "../support/publication.ts";

const render = (body: string, lang = "en") => parseFragment(renderHtml({ body, lang, slug: "text" }));

const classesOf = ($: Dom, rows: string) =>
  $(rows)
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).attr("class") ?? "")
        .join(),
    );

const tableOf = (...rows: string[][]) => {
  const [head, ...others] = rows.map((row) => `| ${row.join(" | ")} |`);
  return [head, `|${"---|".repeat(rows[0]!.length)}`, ...others].join("\n");
};

describe("a column of numbers", () => {
  it.each([
    ["en", ["12.50", "7", "1,163.6"], ["", ".50", "0"]],
    ["de", ["1.163,60", "7", "45,5"], ["", ",60", "0"]],
    ["fa", ["۱٬۲۴۰", "۱۲٫۵", "۰٫۲۵"], ["٫۲۵", "۵", ""]],
    ["en", ["12.5 %", "7 %", "8"], ["", ".5", ".5 %"]],
    ["en", ["7", "–", "", "-12", "+3.5", "€ 4.25"], [".25", ".25", ".25", ".25", "5", ""]],
    ["en", ["3 kg", "200 g"], ["", ""]],
    ["de", ["12.50", "7.25"], ["", ""]],
    ["fr", ["1 240,5", "7"], ["", ",5"]],
  ])("in %s, %j, is aligned at the decimal mark", (language, cells, tails) => {
    expect(findMissingTails(cells, language)).toEqual(tails);
  });

  it.each([[["12", "twelve"]], [["19:00", "20:30"]], [["", "–"]], [["1.5.2020"]], [["12 people"]], [[]]])(
    "is not %j",
    (cells) => expect(findMissingTails(cells, "en")).toBeUndefined(),
  );
});

describe("a table", () => {
  it("has classes for the kinds of its columns, in head and rows, and none of its styles", () => {
    const $ = render(
      tableOf(["Time", "Cost", "Item"], ["9:30", "1.5", "Tea"], ["10:00–11:00", "12", "A cup of coffee"]),
    );
    const classes = "time short,number short,";
    expect(classesOf($, "tr")).toEqual([classes, classes, classes]);
    expect($("[data-tail]").attr("data-tail")).toBe(".5");
  });

  it("keeps the alignment that was typed, without a style", () => {
    const $ = render("| a | b | c | d |\n|:--|:-:|--:|:--|\n| x | 1 | y | 2 |");
    expect($.html()).not.toContain("style");
    expect(classesOf($, "tbody tr")).toEqual([
      "short align-left,short align-center,short align-right,short align-left",
    ]);
  });

  it("has open columns where no row has a word", () => {
    expect(classesOf(render(tableOf(["Name", "Signature"], ["A", ""], ["", ""])), "tbody tr")).toEqual([
      "short,open short",
      "short,open short",
    ]);
  });

  it("has heads for columns; an empty head is none, and a head of empty cells is left out", () => {
    const $ = render(`${tableOf(["", "2019"], ["Members", "12"])}\n\n${tableOf(["", ""], ["a", "b"])}`);
    expect(
      $("th")
        .toArray()
        .map((head) => $(head).attr("scope")),
    ).toEqual(["col"]);
    expect($("thead td").text()).toBe("");
    expect($("table").last().find("thead").length).toBe(0);
  });

  it("has a head that is repeated, if it is short; the words to be repeated are without marks of notes", () => {
    const short = tableOf(["Who[^1]", "How many"], ["a", "1"]);
    const long = tableOf(["Words of a head ".repeat(20), "b"], ["a", "1"]);
    const body = `${short}\n\n${long}\n\n[^1]: A note.\n`;
    const $ = render(body);
    expect(
      $("thead")
        .toArray()
        .map((head) => $(head).is("[data-repeat]")),
    ).toEqual([true, false]);
    const { statements } = publicationOf([{ slug: "one", body }]);
    const tables = new Set(readStrands(statements[0]!).body.flatMap(({ table }) => table ?? []));
    expect([...tables].map(({ head }) => head.map(({ text }) => text).join(" "))).toEqual(["Who How many", ""]);
  });

  it("has a name in the box in which it moves, and labels for its cells if it is wide", () => {
    const wide = tableOf(["One[^1]", "Two"], ["Uninterruptedness", "Disestablishmentarianism"]);
    const $ = render(`${wide}\n\n${tableOf(["", "Few"], ["a", "b"])}\n\n[^1]: A note.`);
    boxTables($);
    labelCells($);
    expect(
      $(".table-box")
        .toArray()
        .map((box) => $(box).attr("aria-label")),
    ).toEqual(["One, Two", "Few"]);
    expect(
      $("[data-head]")
        .toArray()
        .map((cell) => $(cell).attr("data-head")),
    ).toEqual(["One", "Two"]);
  });
});
