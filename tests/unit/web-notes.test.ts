import { expect, it } from "vitest";
import { headedBelow, pictured, sidenotes } from "../../src/html.ts";
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

it("offers a picture in widths up to its own, and gives its size", () => {
  const image = { name: "images/a.jpg", width: 900, height: 600, format: "jpeg" as const };
  const found = pictured('<p><img src="images/a.jpg" alt="A" /></p>', [image]);
  expect(found).toContain('srcset="images/a-jpg-400.avif 400w, images/a-jpg-640.avif 640w, images/a-jpg-900.avif 900w"');
  expect(found).toMatch(/<img src="images\/a-jpg-900\.jpg" alt="A" .*width="900" height="600"/);
});

it("sets a text's headings under the one over it, without a gap", () => {
  expect(headedBelow("<h2>A</h2><h4>B</h4><h2>C</h2>", 2)).toBe("<h3>A</h3><h4>B</h4><h3>C</h3>");
  expect(headedBelow("<h1>A</h1>", 1)).toBe("<h2>A</h2>");
});
