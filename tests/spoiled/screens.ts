import type { Artifact } from "../../src/artifact.ts";
import { changeBook, readDocuments } from "../support/book.ts";
import { inFile, inText, replaceInText, type Spoiled } from "../support/spoiled.ts";

const book = (
  name: string,
  code: Spoiled["code"],
  message: RegExp,
  file: string,
  from: string | RegExp,
  to: string,
): Spoiled => ({
  name: `EPUB: ${name}`,
  editions: ["epub", "pamphlet"],
  spoil: inFile(".epub", async (bytes) => {
    const path = file.includes("/") ? file : `OEBPS/${file}`;
    return changeBook(bytes, { [path]: replaceInText((await readDocuments(bytes)).get(path)!, from, to) });
  }),
  code,
  message,
});
const inBook = (name: string, message: RegExp, file: string, from: string | RegExp, to: string) =>
  book(name, "epub-invalid", message, file, from, to);
const text = (name: string, message: RegExp, file: string, from: string | RegExp, to: string): Spoiled => ({
  name: `text: ${name}`,
  editions: ["text"],
  spoil: inText(file, from, to),
  code: "words-lost",
  message,
});
const web = (
  name: string,
  code: Spoiled["code"],
  message: RegExp,
  file: string,
  from: string | RegExp,
  to: string,
): Spoiled => ({ name: `web: ${name}`, editions: ["web"], spoil: inText(file, from, to), code, message });

const passage = "It goes on for long enough to fill several lines of the narrow column,";
const without = (ending: string) => (files: Artifact[]) => files.filter(({ path }) => !path.endsWith(ending));

const inParts: Spoiled["publication"] = (publication) => ({
  ...publication,
  parts: [{ name: "A part", slugs: ["blocks"] }],
});
const missingPart = (where: RegExp) =>
  new RegExp(`The name of the part “A part” does not stand over its first text in the contents of ${where.source}`);

/** Faults in what is read on screens: the EPUB, plain text and the web edition. */
export const screens: Spoiled[] = [
  {
    name: "EPUB: a part is not in the contents",
    editions: ["epub"],
    spoil: (files) => files,
    code: "words-lost",
    message: missingPart(/epub\/fixture\.epub, toc\.xhtml\./),
    publication: inParts,
  },
  {
    name: "text: a part is not in the contents",
    editions: ["text"],
    spoil: (files) => files,
    code: "words-lost",
    message: /“A” is missing from text\/fixture\.txt/,
    publication: inParts,
  },
  {
    name: "web: a part is not in the contents",
    editions: ["web"],
    spoil: (files) => files,
    code: "words-lost",
    message: missingPart(/web\/index\.html\./),
    publication: inParts,
  },
  book(
    "a word is gone",
    "words-lost",
    /“narrow” is missing from epub\/fixture\.epub, OEBPS\/text-blocks\.xhtml, after “.+”: “column.*” follows instead\.$/,
    "text-blocks.xhtml",
    "narrow ",
    "",
  ),
  book(
    "a word is another",
    "words-lost",
    /“quotation” is missing from epub\/fixture\.epub, .*: “citation/,
    "text-blocks.xhtml",
    "A quotation",
    "A citation",
  ),
  book(
    "words follow the last",
    "words-lost",
    /“And more\.” follows the last word in epub\/fixture\.epub, OEBPS\/text-untitled\.xhtml, but is not in the text/,
    "text-untitled.xhtml",
    "here it ends.</p>",
    "here it ends.</p><p>And more.</p>",
  ),
  book(
    "all words of a text are gone",
    "words-lost",
    /“The” is missing from epub\/fixture\.epub, OEBPS\/text-untitled\.xhtml: nothing follows/,
    "text-untitled.xhtml",
    /<p>The text begins[^]*?<\/p>/,
    "<p></p>",
  ),
  book(
    "the organisation is another",
    "words-lost",
    /The organisation “Fixture Organisation One” is missing from the head of its text in epub\/fixture\.epub, OEBPS\/text-blocks\.xhtml\./,
    "text-blocks.xhtml",
    '<p class="organisation">Fixture Organisation One</p>',
    '<p class="organisation">Fixture Organisation Two</p>',
  ),
  book(
    "the author is gone",
    "words-lost",
    /The author “A\. Fixture” is missing from the head of its text in .*text-blocks\.xhtml\./,
    "text-blocks.xhtml",
    '<p class="author">A. Fixture</p>',
    "",
  ),
  book(
    "a head says a word twice",
    "words-lost",
    /The head of this text reads “.*” in epub\/fixture\.epub, OEBPS\/text-blocks\.xhtml, but must read “.*A\. Fixture.*”\./,
    "text-blocks.xhtml",
    '<p class="author">A. Fixture',
    '<p class="author">A. Fixture Fixture',
  ),
  book(
    "a passage is there twice",
    "words-lost",
    /“.*” appears in epub\/fixture\.epub outside its text as well/,
    "text-untitled.xhtml",
    '<footer class="provenance"',
    `<p>${passage}</p><footer class="provenance"`,
  ),
  book(
    "a word of the imprint is gone",
    "words-lost",
    /“nothing” is missing from epub\/fixture\.epub, imprint\.xhtml/,
    "imprint.xhtml",
    "says nothing",
    "says",
  ),
  book(
    "the place of the event is gone",
    "words-lost",
    /The place “Fixture Hall” of an event is missing from epub\/fixture\.epub, imprint\.xhtml\./,
    "imprint.xhtml",
    "Fixture Hall",
    "",
  ),
  book(
    "a name in the contents is another",
    "words-lost",
    /The name “Fixture Organisation Two: Template syntax stays text” is missing from epub\/fixture\.epub, toc\.xhtml/,
    "toc.xhtml",
    "Template syntax stays text</a>",
    "Template syntax</a>",
  ),
  book(
    "a name among the sources is gone",
    "words-lost",
    /The name “Fixture Organisation One: All the blocks & < signs ]]>” is missing from epub\/fixture\.epub, sources\.xhtml/,
    "sources.xhtml",
    "Fixture Organisation One",
    "",
  ),
  inBook(
    "a file is not there",
    /epub\/fixture\.epub lists OEBPS\/images\/bars2\.png in its manifest, but does not contain it/,
    "content.opf",
    'href="images/bars.png"',
    'href="images/bars2.png"',
  ),
  inBook(
    "a file is not listed",
    /epub\/fixture\.epub contains OEBPS\/images\/bars\.png, but does not list it in its manifest/,
    "content.opf",
    /<item id="image_1"[^>]*>/,
    "",
  ),
  inBook(
    "two texts are in each other's place",
    /epub\/fixture\.epub does not have OEBPS\/text-blocks\.xhtml in its spine where the contents have it/,
    "content.opf",
    '<itemref idref="text-blocks" />\n<itemref idref="text-template-syntax" />',
    '<itemref idref="text-template-syntax" />\n<itemref idref="text-blocks" />',
  ),
  inBook(
    "a link leads nowhere",
    /epub\/fixture\.epub has a link in OEBPS\/text-blocks\.xhtml to “#fn-blocks-9”, which does not exist/,
    "text-blocks.xhtml",
    'href="#fn-blocks-2"',
    'href="#fn-blocks-9"',
  ),
  inBook(
    "a page is not in the page list",
    /epub\/fixture\.epub has no page 7 of print\/fixture-a5\.pdf in its page list/,
    "toc.xhtml",
    /<li><a href="[^"]*#page-7">7<\/a><\/li>/,
    "",
  ),
  inBook(
    "a page begins elsewhere",
    /epub\/fixture\.epub marks page 6 where print\/fixture-a5\.pdf does not begin it, in OEBPS\/text-blocks\.xhtml/,
    "text-blocks.xhtml",
    /(<h2>A heading)([^]*?)(<span epub:type="pagebreak"[^>]*><\/span>)/,
    "$3$1$2",
  ),
  inBook(
    "it is not well-formed",
    /epub\/fixture\.epub does not meet the EPUB standard in OEBPS\/text-untitled\.xhtml: .* \([A-Z]+-\d+\)/,
    "text-untitled.xhtml",
    "</section>",
    "",
  ),
  text(
    "a word is gone",
    /“narrow” is missing from text\/blocks\.txt, after “.+”: “column/,
    "text/blocks.txt",
    "narrow ",
    "",
  ),
  text(
    "a word is gone from the whole",
    /“narrow” is missing from text\/fixture\.txt/,
    "text/fixture.txt",
    "narrow ",
    "",
  ),
  text(
    "a title is another",
    /“stays” is missing from text\/template-syntax\.txt, after “.+”: “is /,
    "text/template-syntax.txt",
    "syntax stays",
    "syntax is",
  ),
  text(
    "a passage is there twice",
    /“It goes on for long” follows the last word in text\/blocks\.txt, but is not in the text/,
    "text/blocks.txt",
    /$/,
    `\n${passage}\n`,
  ),
  {
    ...text("it is gone", /text\/fixture\.txt is missing/, "text/fixture.txt", "a", "b"),
    spoil: without("text/fixture.txt"),
    code: "file-changed",
  },

  web("a word is gone", "words-lost", /“narrow” is missing from web\/blocks\.html/, "web/blocks.html", "narrow ", ""),
  web(
    "a word is gone from the whole",
    "words-lost",
    /“narrow” is missing from web\/pamphlet\.html/,
    "web/pamphlet.html",
    "narrow ",
    "",
  ),
  {
    ...web(
      "a word is gone from two pages",
      "words-lost",
      /“narrow” is missing from web\/blocks\.html.* The same is true of web\/pamphlet\.html/,
      "web/blocks.html",
      "",
      "",
    ),
    spoil: (files) =>
      files.map((file) =>
        /blocks\.html|pamphlet\.html/.test(file.path)
          ? { ...file, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace("narrow ", "")) }
          : file,
      ),
  },
  web(
    "a title is gone",
    "words-lost",
    /The title “Template syntax stays text” is missing from the head of its text in web\/template-syntax\.html\./,
    "web/template-syntax.html",
    /(<h1[^>]*>)Template syntax stays text/,
    "$1",
  ),
  web(
    "a link leads nowhere",
    "web-link-broken",
    /web\/blocks\.html links to “pamflet\.html”, which does not exist in the web edition/,
    "web/blocks.html",
    'href="pamphlet.html"',
    'href="pamflet.html"',
  ),
  web(
    "a place on a page is not there",
    "web-link-broken",
    /web\/blocks\.html links to “#fn-blocks-9”/,
    "web/blocks.html",
    'href="#fn-blocks-2"',
    'href="#fn-blocks-9"',
  ),
  web(
    "an image comes from another host",
    "web-request",
    /web\/blocks\.html loads “https:\/\/one\.example\/x\.png”/,
    "web/blocks.html",
    "</article>",
    '<img src="https://one.example/x.png" alt=""></article>',
  ),
  web(
    "a stylesheet loads from another host",
    "web-request",
    /web\/style\.css loads “\/\/one\.example\/x\.woff2”/,
    "web/style.css",
    /$/,
    "@font-face { src: url(//one.example/x.woff2) }",
  ),
  web(
    "a page runs a script",
    "web-request",
    /web\/blocks\.html contains a script/,
    "web/blocks.html",
    "</article>",
    "<script>0</script></article>",
  ),
  web(
    "a page has no policy",
    "web-request",
    /web\/blocks\.html does not have a security policy that forbids other hosts and scripts/,
    "web/blocks.html",
    "default-src 'none'; ",
    "",
  ),
  {
    ...web("a page is gone", "file-changed", /web\/pamphlet\.html is missing/, "web/blocks.html", "a", "b"),
    spoil: without("web/pamphlet.html"),
  },
];
