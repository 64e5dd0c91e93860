import { expect, it } from "vitest";
import { sidenotes, sized } from "../../src/html.ts";
import { html } from "../../src/markdown.ts";

const text = (body: string) => sidenotes(html({ body, lang: "en", slug: "t" }));

it("puts each note after the block that refers to it", () => {
  const found = text("One[^a] and two[^b].\n\nThree.\n\n[^a]: A.\n\n[^b]: B.\n");
  expect(found).toMatch(/^<div class="noted"><p>One.*two.*<\/p><div class="beside"><aside [^>]*id="fn-t-1"[\s\S]*id="fn-t-2"[\s\S]*<\/div><\/div>\n<p>Three\.<\/p>\s*$/);
  expect(found).not.toContain("section");
});

it("puts a note once that is referred to twice", () => {
  expect(text("One[^a].\n\nTwo[^a].\n\n[^a]: A.\n").match(/<aside/g)).toHaveLength(1);
});

it("leaves a text without notes as it is, in its own letters", () => {
  expect(text("سلام – “hello”\n")).toBe("<p>سلام – “hello”</p>\n");
});

it("gives a picture its size", () => {
  const image = { name: "images/a b.png", width: 30, height: 20 };
  expect(sized('<p><img src="images/a%20b.png" alt="" /></p>', [image])).toContain('width="30" height="20"');
});
