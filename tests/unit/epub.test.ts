import { beforeAll, describe, expect, it } from "vitest";
import { authorsOf, describeBook } from "../../src/epub/metadata.ts";
import { MachineError } from "../../src/errors.ts";
import { fileDateOf } from "../../src/names.ts";
import { makeEpub } from "../../src/editions/epub.ts";
import { compile, describeFile } from "../../src/compile/eleventy.ts";
import { packEpub } from "../../src/epub/container.ts";
import { unpackZip } from "../../src/zip.ts";
import type { Publication } from "../../src/publication.ts";
import type { Artifact } from "../../src/artifact.ts";
import { verifyEpub } from "../../src/verify/epub.ts";
import { hostile, pixel, publicationOf } from "../support/publication.ts";

const cover: Artifact = { kind: "cover-image", path: "print/a-title-cover.png", bytes: pixel.bytes };

async function bookOf(
  publication: Publication,
  made: Artifact[] = [],
  change = (document: string, _name: string) => document,
) {
  const compiled = await compile(publication, "epub", made.map(describeFile));
  const documents = new Map([...compiled].map(([name, document]) => [name, change(document, name)]));
  const artifacts = await makeEpub({
    publication,
    made,
    documents: async () => documents,
    browser: () => Promise.reject(new Error("No browser is needed.")),
  });
  const files = await unpackZip(artifacts[0]!.bytes);
  const read = (name: string) => new TextDecoder().decode(files.get(`OEBPS/${name}`));
  return { artifacts, files, read, problems: await verifyEpub(publication, artifacts) };
}

const twoTexts = publicationOf([
  { slug: "one", title: "One", organisation: "First Group", author: "A. Person", body: "Words of the first.\n" },
  {
    slug: "two",
    organisation: "Second Group",
    date: "2020-01",
    origin: { published: "A Paper" },
    body: "Words of the second.[^1]\n\n[^1]: Its note.\n",
  },
]);

describe("a book", () => {
  let book: Awaited<ReturnType<typeof bookOf>>;
  beforeAll(async () => {
    book = await bookOf(twoTexts, [cover]);
  });

  it("meets the standard and has every word", () => expect(book.problems).toEqual([]));

  it("is named after the publication", () =>
    expect(book.artifacts.map(({ path, kind }) => [path, kind])).toEqual([["epub/a-title.epub", "epub"]]));

  it("begins with its mimetype, uncompressed, and has no entries for folders", () => {
    expect(Buffer.from(book.artifacts[0]!.bytes.subarray(30, 58)).toString()).toBe("mimetypeapplication/epub+zip");
    expect([...book.files.keys()].filter((name) => name.endsWith("/"))).toEqual([]);
  });

  it("has a cover, contents and the texts in reading order", () => {
    expect([...book.read("content.opf").matchAll(/idref="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "cover",
      "imprint",
      "toc",
      "text-one",
      "text-two",
      "sources",
    ]);
    expect(book.read("content.opf")).toContain('href="cover.png" media-type="image/png" properties="cover-image"');
    expect(book.read("cover.xhtml")).toContain('alt="Cover: A Title"');
  });

  it("names the author of each text", () => {
    expect(book.read("content.opf")).toContain('<meta refines="#text-one" property="dcterms:creator">A. Person</meta>');
    expect(book.read("content.opf")).toContain(
      '<meta refines="#text-two" property="dcterms:creator">Second Group</meta>',
    );
  });

  it("shows a title under its organisation, and the organisation alone if there is no title", () => {
    expect(book.read("text-one.xhtml")).toMatch(/<p class="organisation">First Group<\/p>\s*<h1>One<\/h1>/);
    expect(book.read("text-two.xhtml")).toMatch(/<header>\s*<h1>Second Group<\/h1>/);
  });

  it("has notes that reading systems show in place", () => {
    expect(book.read("text-two.xhtml")).toContain('epub:type="noteref"');
    expect(book.read("text-two.xhtml")).toContain('epub:type="footnote"');
  });

  it("has no fonts if those of the reading system suffice", () =>
    expect([...book.files.keys()].filter((name) => name.includes("fonts/"))).toEqual([]));

  it("is the same bytes again", async () => {
    expect(Buffer.compare((await bookOf(twoTexts, [cover])).artifacts[0]!.bytes, book.artifacts[0]!.bytes)).toBe(0);
  });
});

describe("a hostile publication", () => {
  it("makes a valid book that has every word", async () => {
    const { problems, read, files } = await bookOf(hostile);
    expect(problems).toEqual([]);
    expect(read("text-signs.xhtml")).toContain("A &amp; B &lt; C ]]&gt; “D” {{ 7 * 7 }} &lt;script&gt;");
    expect(read("text-farsi.xhtml")).toContain('lang="fa" xml:lang="fa" dir="ltr"');
    expect(read("text-farsi.xhtml")).toContain('role="doc-chapter" dir="rtl"');
    expect(files.has("OEBPS/images/pixel.png")).toBe(true);
    expect([...files.keys()].filter((name) => name.includes("fonts/"))).toEqual([
      "OEBPS/fonts/Vazirmatn-Regular.woff2",
      "OEBPS/fonts/Vazirmatn-SemiBold.woff2",
    ]);
    expect(read("cover.xhtml")).toContain("<h1>T &amp; &lt;T&gt; ]]&gt;</h1>");
  });

  it("links a statement to its page of the web edition, if there is one", async () => {
    const withWeb = (editions: Publication["editions"]) =>
      bookOf({ ...hostile, web: "https://example.org/p", editions });
    expect((await withWeb(["epub", "web"])).read("text-signs.xhtml")).toContain(
      '<a href="https://example.org/p/signs.html">example.org/p/signs.html</a>',
    );
    expect((await withWeb(["epub"])).read("text-signs.xhtml")).not.toContain("signs.html");
  });

  it("has neither sources nor an imprint text where there are none, and names a text without a title by its words", async () => {
    const nameless = {
      slug: "nameless",
      organisation: undefined,
      source: undefined,
      firstWords: "Some words of a text.",
    };
    const { problems, read, files } = await bookOf(publicationOf([nameless], { imprint: undefined }));
    expect(problems).toEqual([]);
    expect([...files.keys()]).not.toContain("OEBPS/sources.xhtml");
    expect(read("toc.xhtml")).not.toContain("Sources");
    expect(read("toc.xhtml")).toContain(">Some words of a text.</a>");
    expect(read("content.opf")).not.toContain("dc:creator");
    expect(read("imprint.xhtml")).not.toContain("prose");
  });

  it("may have no statements", async () => expect((await bookOf(publicationOf([]))).problems).toEqual([]));
});

describe("what is wrong in a book", () => {
  it.each([
    ["a word lost", "of the second", "of second", "two.md:5:10 words-lost"],
    [
      "a name lost from the contents",
      '<li><a href="text-one.xhtml" lang="en-GB" xml:lang="en-GB" dir="ltr">First Group: One</a></li>',
      "",
      "one.md:2:1 words-lost",
    ],
    ["a word lost from the imprint", "Whose texts", "Whose", "publication.yaml:1:7 words-lost"],
    ["a title lost", "<h1>One</h1>", "<h1>Two</h1>", "one.md:2:1 words-lost"],
    ["a link to nowhere", "</body>", '<p><a href="absent.xhtml#x">x</a></p></body>', "epub-invalid"],
    ["a text left out of the spine", '<itemref idref="text-one" />', "", "one.md:5:1 epub-invalid"],
    [
      "an image that is not there",
      "</manifest>",
      '<item id="x" href="x.png" media-type="image/png" /></manifest>',
      "epub-invalid",
    ],
    ["bad markup in a head", "<h1>One</h1>", "<h1>One</h1><blink>x</blink>", "one.md:2:1 epub-invalid"],
    ["bad markup in a text", "of the second", "of <blink>the</blink> second", "two.md:5:10 epub-invalid"],
    ["bad markup in a note", "Its note", "Its <blink>note</blink>", "two.md:7:11 epub-invalid"],
  ])("is found: %s", async (_, from, to, problem) => {
    const { problems } = await bookOf(twoTexts, [], (document, name) =>
      /xhtml|opf/.test(name) ? document.replace(from, to) : document,
    );
    expect(
      problems.map(({ place, code }) => `${place.file}:${place.line}:${place.column} ${code}`).join("\n"),
    ).toContain(problem);
  });
});

describe("metadata", () => {
  it("names the only author first; of several authors, the publisher first, or else “various authors”", () => {
    const names = (publication: Publication) =>
      describeBook(publication, false).creators.map(({ name, role }) => `${name} ${role}`);
    expect(names(publicationOf([{}, {}]))).toEqual(["An Organisation aut"]);
    expect(names(twoTexts)).toEqual(["Various authors aut", "A. Person aut", "First Group aut", "Second Group aut"]);
    expect(names({ ...twoTexts, publisher: "A Press" })[0]).toBe("A Press pbl");
  });

  it("takes every time from the publication", () => {
    expect(fileDateOf({ date: "2020-01-11" }, undefined).toISOString()).toBe("2020-01-11T00:00:00.000Z");
    expect(fileDateOf({ date: "2020-01-11" }, "86400").toISOString()).toBe("1970-01-02T00:00:00.000Z");
    expect(fileDateOf({ date: "2020-01-11" }, "").toISOString()).toBe("2020-01-11T00:00:00.000Z");
    expect(fileDateOf({ date: "2020-01-11" }, "253402300799").toISOString()).toBe("9999-12-31T23:59:59.000Z");
  });

  it.each(["abc", "2020-01-11", "-1", "1.5", "1e3", " ", "253402300800"])("refuses “%s” as a time", (epoch) =>
    expect(() => fileDateOf({ date: "2020-01-11" }, epoch)).toThrow(MachineError),
  );

  it("declares its accessibility features", () => {
    expect(describeBook(twoTexts, false).accessibility).toMatchObject({ modes: ["textual"], hazards: ["none"] });
    const withImage = publicationOf([{ body: "![x](images/pixel.png)" }], { images: [pixel] });
    expect(describeBook(withImage, false).accessibility).toMatchObject({
      modes: ["textual", "visual"],
      hazards: ["none"],
    });
    expect(describeBook(withImage, false).accessibility.features).toContain("alternativeText");
  });

  it("names an author before the organisation", () =>
    expect(authorsOf(twoTexts.statements[0]!)).toEqual(["A. Person", "First Group"]));
});

it("packs a document unchanged, whatever its content", async () => {
  const document = "<%= 1 %> ${x} <p/> &amp;";
  const documents = new Map([
    ["content.opf", document],
    ["toc.xhtml", document],
    ["toc.ncx", document],
    ["style.css", document],
    ["a.xhtml", document],
  ]);
  const files = await unpackZip(await packEpub({ title: "T", documents, files: new Map(), date: new Date(0) }));
  for (const name of documents.keys()) expect(new TextDecoder().decode(files.get(`OEBPS/${name}`))).toBe(document);
});
