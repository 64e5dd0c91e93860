import { describe, expect, it } from "vitest";
import { isTag, type Kid, type Tag } from "../../src/pdf/tagging/structure.ts";
import { hintOf } from "../../src/pdf/tagging/tag-hints.ts";
import { repairTags } from "../../src/pdf/tagging/tags.ts";

const content = (mcid: number, page = 0): Kid => ({ page, mcid });

/** A tag as Chromium makes it; `hint` is what in-page/tag-hints.ts has written into its language. */
function tag(type: string, kids: Kid[], hint?: string): Tag {
  return { type, attributes: {}, kids, ...(hint && { language: hint.includes("-x-") ? hint : `en-x-${hint}` }) };
}

function repair(...kids: Kid[]): string[] {
  const document = { ...tag("Document", kids), language: "en" };
  repairTags(document);
  return document.kids.map(show);
}

// `P(1 Em(2))`
function show(kid: Kid): string {
  if (!isTag(kid)) return "mcid" in kid ? String(kid.mcid) : "link";
  return `${kid.type}${kid.language ? `:${kid.language}` : ""}(${kid.kids.map(show).join(" ")})`;
}

describe("tags", () => {
  it("lose the wrappers of pages, and tags without content", () => {
    expect(
      repair(tag("NonStruct", [tag("NonStruct", [tag("P", [tag("NonStruct", [content(1)])]), tag("P", [])])])),
    ).toEqual(["P(1)"]);
  });

  it("are joined where they were divided between pages, also parts inside parts", () => {
    const first = tag("Art", [tag("P", [content(1), tag("Em", [content(2)], "part-8")], "part-7")], "art-6");
    const second = tag("Art", [tag("P", [tag("Em", [content(0, 1)], "part-8"), content(1, 1)], "part-7")], "art-6");
    expect(repair(first, second)).toEqual(["Art(P(1 Em(2 0) 1))"]);
  });

  it("have each note after the block with its first mark, with an identifier", () => {
    const mark = tag("NonStruct", [tag("NonStruct", [content(2)], "link-0")], "mark-5");
    const list = tag("L", [tag("LI", [content(1), mark])]);
    const note = tag("Div", [tag("Div", [content(8)], "lbl-6"), tag("Div", [content(9)], "p-7")], "note-5");
    expect(repair(list, tag("P", [content(3)]), tag("NonStruct", [note]))).toEqual([
      "L(LI(LBody(1 Reference(Link(2)))))",
      "Note(Lbl(8) P(9))",
      "P(3)",
    ]);
  });

  it("have a body in each item of a list, and for each term", () => {
    expect(repair(tag("L", [tag("LI", [tag("Lbl", [content(1)]), content(2)])]))).toEqual(["L(LI(Lbl(1) LBody(2)))"]);
    const entry = tag(
      "Div",
      [
        tag("NonStruct", [content(1)], "lbl-3"),
        tag("NonStruct", [content(2)], "lbody-4"),
        tag("NonStruct", [content(3)], "lbody-5"),
      ],
      "li-2",
    );
    expect(repair(tag("NonStruct", [entry], "l-1"))).toEqual(["L(LI(Lbl(1) LBody(P(2) P(3))))"]);
  });

  it("have a scope in each header cell, also in one that has other attributes", () => {
    const cell = { ...tag("TH", [content(1)]), attributes: { Table: { ColSpan: 2, RowSpan: 1 } } };
    repairTags(tag("Document", [cell]));
    expect(cell.attributes).toEqual({ Table: { ColSpan: 2, Scope: "Column" } });
  });

  it("skip no level of headings", () => {
    expect(repair(...["H2", "H4", "H3", "H6", "H2"].map((type) => tag(type, [content(1)])))).toEqual([
      "H1(1)",
      "H2(1)",
      "H2(1)",
      "H3(1)",
      "H1(1)",
    ]);
  });

  it("name a language only where it changes", () => {
    const passage = tag(
      "P",
      [content(1), tag("Div", [content(2)], "fa-x-span-3"), tag("Div", [content(4)], "en-x-span-4")],
      "en-x-part-1",
    );
    expect(repair(passage)).toEqual(["P(1 Span:fa(2) 4)"]);
  });

  it("carry hints in the private part of their language", () => {
    expect(hintOf(tag("Link", [], "link-12"))).toEqual({ name: "link", number: 12 });
    expect(hintOf({ ...tag("P", []), language: "en-GB-oxendict" })).toBeUndefined();
  });
});
