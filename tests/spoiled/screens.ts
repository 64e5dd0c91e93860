import type { Artifact } from "../../src/publication.ts";
import { bookWith, documentsOf } from "../support/book.ts";
import { inFile, inText, replaced, type Spoiled } from "../support/spoiled.ts";

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
    return bookWith(bytes, { [path]: replaced((await documentsOf(bytes)).get(path)!, from, to) });
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

/** Cases of what is read on screens: the EPUB, plain text, and the web edition. */
export const screens: Spoiled[] = [
  book(
    "a word is gone",
    "words-lost",
    /“narrow” does not stand in epub\/fixture\.epub, OEBPS\/text-blocks\.xhtml after “.+”: there stands “column/,
    "text-blocks.xhtml",
    "narrow ",
    "",
  ),
  book(
    "a word is another",
    "words-lost",
    /“quotation” does not stand in epub\/fixture\.epub, .*: there stands “citation/,
    "text-blocks.xhtml",
    "A quotation",
    "A citation",
  ),
  book(
    "words follow the last",
    "words-lost",
    /“And more\.” stands in epub\/fixture\.epub, OEBPS\/text-untitled\.xhtml after the last word, and not in the text/,
    "text-untitled.xhtml",
    "here it ends.</p>",
    "here it ends.</p><p>And more.</p>",
  ),
  book(
    "all words of a text are gone",
    "words-lost",
    /“The” does not stand in epub\/fixture\.epub, OEBPS\/text-untitled\.xhtml: nothing follows/,
    "text-untitled.xhtml",
    /<p>The text begins[^]*?<\/p>/,
    "<p></p>",
  ),
  book(
    "the organisation is another",
    "words-lost",
    /The organisation “Fixture Organisation One” does not stand in .*text-blocks\.xhtml, at the head of its text/,
    "text-blocks.xhtml",
    '<p class="organisation">Fixture Organisation One</p>',
    '<p class="organisation">Fixture Organisation Two</p>',
  ),
  book(
    "the author is gone",
    "words-lost",
    /The author “A\. Fixture” does not stand in .*text-blocks\.xhtml, at the head of its text/,
    "text-blocks.xhtml",
    '<p class="author">A. Fixture</p>',
    "",
  ),
  book(
    "a head says a word twice",
    "words-lost",
    /The head of this text reads “.*” in epub\/fixture\.epub, OEBPS\/text-blocks\.xhtml, which is more than it says/,
    "text-blocks.xhtml",
    '<p class="author">A. Fixture',
    '<p class="author">A. Fixture Fixture',
  ),
  book(
    "a passage stands there twice",
    "words-lost",
    /“.*” stands in epub\/fixture\.epub outside its text as well/,
    "text-untitled.xhtml",
    '<footer class="provenance"',
    `<p>${passage}</p><footer class="provenance"`,
  ),
  book(
    "a word of the imprint is gone",
    "words-lost",
    /“nothing” does not stand in epub\/fixture\.epub, imprint\.xhtml/,
    "imprint.xhtml",
    "says nothing",
    "says",
  ),
  book(
    "a name in the contents is another",
    "words-lost",
    /The title “Template syntax stays text” does not stand in epub\/fixture\.epub, toc\.xhtml/,
    "toc.xhtml",
    "Template syntax stays text</a>",
    "Template syntax</a>",
  ),
  book(
    "a name among the sources is gone",
    "words-lost",
    /The title “Template syntax stays text” does not stand in epub\/fixture\.epub, sources\.xhtml/,
    "sources.xhtml",
    "Template syntax stays text</a>",
    "</a>",
  ),
  inBook(
    "a file is not there",
    /OEBPS\/images\/bars2\.png in epub\/fixture\.epub stands in the manifest and not in the book/,
    "content.opf",
    'href="images/bars.png"',
    'href="images/bars2.png"',
  ),
  inBook(
    "a file is not listed",
    /OEBPS\/images\/bars\.png in epub\/fixture\.epub stands in the book and not in the manifest/,
    "content.opf",
    /<item id="picture_1"[^>]*>/,
    "",
  ),
  inBook(
    "two texts are in each other's place",
    /OEBPS\/text-blocks\.xhtml in epub\/fixture\.epub does not stand in the spine where the contents have it/,
    "content.opf",
    '<itemref idref="text-blocks" />\n<itemref idref="text-template-syntax" />',
    '<itemref idref="text-template-syntax" />\n<itemref idref="text-blocks" />',
  ),
  inBook(
    "a link leads nowhere",
    /OEBPS\/text-blocks\.xhtml in epub\/fixture\.epub has a link to #fn-blocks-9, which is not there/,
    "text-blocks.xhtml",
    'href="#fn-blocks-2"',
    'href="#fn-blocks-9"',
  ),
  inBook(
    "a page is not in the page list",
    /OEBPS\/toc\.xhtml in epub\/fixture\.epub has no page 7 of print\/fixture-a5\.pdf in its page list/,
    "toc.xhtml",
    /<li><a href="[^"]*#page-7">7<\/a><\/li>/,
    "",
  ),
  inBook(
    "a page begins elsewhere",
    /OEBPS\/text-blocks\.xhtml in epub\/fixture\.epub marks page 6 where print\/fixture-a5\.pdf does not begin it/,
    "text-blocks.xhtml",
    /(<h2>A heading)([^]*?)(<span epub:type="pagebreak"[^>]*><\/span>)/,
    "$3$1$2",
  ),
  inBook(
    "it is not well-formed",
    /does not hold to the EPUB standard: .* \([A-Z]+-\d+\)/,
    "text-untitled.xhtml",
    "</section>",
    "",
  ),
  {
    ...inBook("it is gone", /Of the edition epub the file ending in \.epub is gone/, "content.opf", "a", "b"),
    spoil: (files) => files.map((file) => ({ ...file, path: `${file.path}.zip` })),
    code: "file-changed",
  },

  text(
    "a word is gone",
    /“narrow” does not stand in text\/blocks\.txt after “.+”: there stands “column/,
    "text/blocks.txt",
    "narrow ",
    "",
  ),
  text(
    "a word is gone from the whole",
    /“narrow” does not stand in text\/fixture\.txt/,
    "text/fixture.txt",
    "narrow ",
    "",
  ),
  text(
    "a title is another",
    /“stays” does not stand in text\/template-syntax\.txt after “.+”: there stands “is /,
    "text/template-syntax.txt",
    "syntax stays",
    "syntax is",
  ),
  text(
    "a passage stands there twice",
    /“It goes on for long” stands in text\/blocks\.txt after the last word, and not in the text/,
    "text/blocks.txt",
    /$/,
    `\n${passage}\n`,
  ),
  {
    ...text("it is gone", /Of the edition text the file ending in \.txt is gone/, "text/fixture.txt", "a", "b"),
    spoil: (files) => files.map((file) => ({ ...file, path: file.path.replace(".txt", ".text") })),
    code: "file-changed",
  },

  web("a word is gone", "words-lost", /“narrow” does not stand in web\/blocks\.html/, "web/blocks.html", "narrow ", ""),
  web(
    "a word is gone from the whole",
    "words-lost",
    /“narrow” does not stand in web\/pamphlet\.html/,
    "web/pamphlet.html",
    "narrow ",
    "",
  ),
  {
    ...web(
      "a word is gone from two pages",
      "words-lost",
      /“narrow” does not stand in web\/blocks\.html.* The same in web\/pamphlet\.html/,
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
    /The title “Template syntax stays text” does not stand in web\/template-syntax\.html, at the head of its text/,
    "web/template-syntax.html",
    /(<h1[^>]*>)Template syntax stays text/,
    "$1",
  ),
  web(
    "a link leads nowhere",
    "web-link-broken",
    /web\/blocks\.html links to “pamflet\.html”, and the web edition has no such place/,
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
    "a picture comes from another host",
    "web-request",
    /web\/blocks\.html asks for “https:\/\/one\.example\/x\.png”/,
    "web/blocks.html",
    "</article>",
    '<img src="https://one.example/x.png" alt=""></article>',
  ),
  web(
    "a sheet asks another host",
    "web-request",
    /web\/style\.css asks for “\/\/one\.example\/x\.woff2”/,
    "web/style.css",
    /$/,
    "@font-face { src: url(//one.example/x.woff2) }",
  ),
  web(
    "a page runs a script",
    "web-request",
    /web\/blocks\.html carries a script/,
    "web/blocks.html",
    "</article>",
    "<script>0</script></article>",
  ),
  web(
    "a page has no policy",
    "web-request",
    /web\/blocks\.html has no policy that shuts it in/,
    "web/blocks.html",
    "default-src 'none'; ",
    "",
  ),
  {
    ...web(
      "a page is gone",
      "file-changed",
      /Of the edition web the file ending in web\/pamphlet\.html is gone/,
      "web/blocks.html",
      "a",
      "b",
    ),
    spoil: without("web/pamphlet.html"),
  },
];
