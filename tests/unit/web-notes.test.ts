import { expect, it } from "vitest";
import { forPrint } from "../../src/compile/for-print.ts";
import { forFeed, forWeb } from "../../src/compile/for-web.ts";
import { renderHtml } from "../../src/markdown/render.ts";

const text = (body: string) => forWeb(renderHtml({ body, lang: "en", slug: "t" }), 1, []);
const atFoot = (html: string, lang: string, dir: "ltr" | "rtl") => forPrint(html, { lang, dir }, { notesAtFoot: true });

it("puts each note after the block that refers to it", () => {
  const found = text("One[^a] and two[^b].\n\nThree.\n\n[^a]: A.\n\n[^b]: B.\n");
  expect(found).toMatch(
    /^<div class="noted"><p>One.*two.*<\/p><div class="beside"><aside [^>]*id="fn-t-1"[\s\S]*id="fn-t-2"[\s\S]*<\/div><\/div>\n<p>Three\.<\/p>\s*$/,
  );
  expect(found).not.toContain("section");
});

it("puts a note once that is referred to twice", () => {
  expect(text("One[^a].\n\nTwo[^a].\n\n[^a]: A.\n").match(/<aside/g)).toHaveLength(1);
});

// Returns the order of the paragraphs A, B, C and the notes in a document.
const orderIn = (document: string) =>
  [...document.matchAll(/>([ABC])<|(?:id|data-ref)="fn-t-(\d)"/g)]
    .map(([, paragraph, note]) => paragraph ?? note)
    .join("");

it.each([
  ["a note that another refers to alone stands after it", "A[^x]\n\nB[^y]\n\n[^x]: X[^z]\n[^y]: Y\n[^z]: Z\n", "A1B23"],
  ["notes that refer to each other stand at their marks", "A[^x]\n\nB[^y]\n\n[^x]: X[^y]\n[^y]: Y[^x]\n", "A1B2"],
  [
    "a note that is written among the paragraphs may refer to a later one",
    "A[^x]\n\n[^x]: X[^y]\n\nB[^z]\n\nC[^y]\n\n[^y]: Y\n\n[^z]: Z\n",
    "A12B3C",
  ],
  ["a note that is written first may refer to another", "[^x]: X[^y]\n\nA\n\nB[^x]\n\n[^y]: Y\n", "AB12"],
])("%s, beside the text as at its foot", (_, body, order) => {
  const marked = renderHtml({ body, lang: "en", slug: "t" }).replace(/<p>([ABC])/g, "<p><b>$1</b>");
  expect(orderIn(forWeb(marked, 1, []))).toBe(order);
  expect(orderIn(atFoot(marked, "en", "ltr"))).toBe(order);
  expect(atFoot(marked, "en", "ltr").match(/href="#note-fn-t-\d"/g)).toHaveLength(marked.match(/doc-noteref/g)!.length);
});

it("sets the blocks of a note at the foot as spans, and the marks of its lists as text", () => {
  const found = atFoot(
    renderHtml({ body: "A[^x]\n\n[^x]: X\n\n    4. four\n    5. five\n\n    - six\n", lang: "en", slug: "t" }),
    "en",
    "ltr",
  );
  expect(found.replace(/<[^>]*>/g, "").replace(/\s+/g, " ")).toBe("A11X 4. four 5. five • six ");
  expect(found).not.toMatch(/<(?:ol|ul|li|aside)/);
  expect(
    atFoot(renderHtml({ body: "A[^x]\n\n[^x]: X\n\n    4. چهار\n", lang: "fa", slug: "t" }), "fa", "rtl"),
  ).toContain("۴. </span>چهار");
});

it("leaves a text without notes as it is, in its own letters", () => {
  expect(text("سلام – “hello”\n")).toBe("<p>سلام\u00a0– “hello”</p>\n");
});

it("offers an image in widths up to its own, and gives its size", () => {
  const image = { name: "images/a.jpg", width: 900, height: 600, format: "jpeg" as const };
  const found = forFeed('<p><img src="images/a.jpg" alt="A" /></p>', [image]);
  expect(found).toContain(
    'srcset="images/a-jpg-400.avif 400w, images/a-jpg-640.avif 640w, images/a-jpg-900.avif 900w"',
  );
  expect(found).toMatch(/<img src="images\/a-jpg-900\.jpg" alt="A" .*width="900" height="600"/);
});

it("sets a text's headings under the one over it, without a gap", () => {
  expect(forWeb("<h2>A</h2><h4>B</h4><h2>C</h2>", 2, [])).toBe("<h3>A</h3><h4>B</h4><h3>C</h3>");
  expect(forWeb("<h1>A</h1>", 1, [])).toBe("<h2>A</h2>");
});
