import { beforeAll, describe, expect, it } from "vitest";
import type { Artifact } from "../../src/artifact.ts";
import { readingOf } from "../../src/verify/readings.ts";
import { readDocuments } from "../support/book.ts";
import { buildOnce } from "../support/builds.ts";

// The fixture has several events, several authors of one text, words about them, and texts of the same name.

let artifacts: Artifact[];
beforeAll(async () => void ({ artifacts } = await buildOnce("tests/fixtures/tour")));

const bytesOf = (path: string) => artifacts.find((file) => file.path === path)!.bytes;
const textOf = (path: string) => Buffer.from(bytesOf(path)).toString();

/** The JSON-LD of a page. */
function dataOf(page: string): Record<string, unknown>[] {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(textOf(`web/${page}.html`))!;
  return (JSON.parse(json!) as { "@graph": Record<string, unknown>[] })["@graph"];
}

describe("several authors", () => {
  it("are each a creator of the EPUB, and a person of the web page", async () => {
    const book = [...(await readDocuments(bytesOf("epub/tour.epub"))).entries()];
    const [, packageDocument] = book.find(([name]) => name.endsWith("content.opf"))!;
    const creators = [...packageDocument.matchAll(/<dc:creator id="[^"]*">([^<]*)</g)].map(([, name]) => name);
    expect(creators).toEqual([
      "Various authors",
      "A. Fixture",
      "B. Fixture",
      "C. Fixture",
      "Fixture Organisation One",
      "Fixture Organisation Two",
      "نویسنده یک",
      "نویسنده دو",
    ]);
    expect(packageDocument).toMatch(/<dc:contributor id="[^"]*">D\. Fixture</);
    expect(dataOf("first")[0]!["author"]).toMatchObject([
      { name: "A. Fixture" },
      { name: "B. Fixture" },
      { name: "C. Fixture" },
    ]);
  });

  it("are each an author of the leaflet", () => {
    expect(textOf("print/leaflets/first.pdf")).toContain(
      "<dc:creator><rdf:Seq><rdf:li>A. Fixture</rdf:li><rdf:li>B. Fixture</rdf:li><rdf:li>C. Fixture</rdf:li></rdf:Seq>",
    );
  });

  it("are listed as the language lists names, and cited", () => {
    expect(textOf("web/first.html")).toContain('<p class="author">A. Fixture, B. Fixture and C. Fixture</p>');
    expect(textOf("web/persian.html")).toContain('<p class="author">نویسنده یک و نویسنده دو</p>');
    expect(textOf("web/first.html")).toContain(
      "A. Fixture, B. Fixture and C. Fixture, Fixture Organisation One: The first text: With a second line under its title",
    );
  });
});

describe("parts of the contents", () => {
  it("group the texts in every edition, and the bookmarks", async () => {
    const toc = (await readDocuments(bytesOf("epub/tour.epub"))).get("OEBPS/toc.xhtml")!;
    const expected = ["first", "A part of the fixture", "second", "third", "Another part", "fourth", "persian"];
    const inToc = [...toc.matchAll(/<span>([^<]+)<\/span>|href="text-(?!preface)([a-z]+)\.xhtml" lang/g)];
    expect(inToc.map(([, part, text]) => part ?? text)).toEqual(expected);
    const inWeb = [
      ...textOf("web/index.html").matchAll(/contents-part-name">([^<]+)<|contents-link" href="([a-z]+)\./g),
    ];
    expect(inWeb.map(([, part, text]) => part ?? text)).toEqual(expected);
    expect(textOf("text/tour.txt")).toMatch(/\n• A part of the fixture\n  • .*\n(?: {4}.*\n)*  • /);
    const { bookmarks } = (await readingOf(bytesOf("print/tour-a5.pdf"))).text;
    expect(bookmarks.flatMap(({ part }) => part ?? [])).toEqual([
      "A part of the fixture",
      "A part of the fixture",
      "Another part",
      "Another part",
    ]);
  });
});

describe("texts of one organisation", () => {
  it("are told apart before and after the text, and in the contents", async () => {
    expect(textOf("web/first.html")).toMatch(/<a class="turn-next".*The second text<\/span>/);
    expect(textOf("web/second.html")).toMatch(
      /<a class="turn-next".*Fixture Organisation Two \(2 April 2021\)<\/span>/,
    );
    const book = await readDocuments(bytesOf("epub/tour.epub"));
    const contents = [...book.entries()].find(([name]) => name.endsWith("toc.xhtml"))![1];
    expect(contents).toContain("Fixture Organisation Two (2 April 2021)");
    expect(contents).toContain("Fixture Organisation Two (3 April 2021)");
    expect(textOf("text/tour.txt")).toContain("• Fixture Organisation Two (3 April 2021)");
  });
});

describe("the words about authors", () => {
  it("stand after the text in every edition", async () => {
    const book = await readDocuments(bytesOf("epub/tour.epub"));
    const first = [...book.entries()].find(([name]) => name.endsWith("text-first.xhtml"))![1];
    expect(first).toContain('<a href="https://fixture.example/about">fixture texts</a>');
    expect(textOf("web/pamphlet.html")).toContain("They write fixtures.");
    expect(textOf("text/first.txt")).toMatch(/\n\n-{12}\n\nThe authors are fixtures, and write fixture texts\n/);
  });
});

describe("several events", () => {
  it("are each in the data for search engines, and have each a calendar file", () => {
    const events = dataOf("index").filter((thing) => thing["@type"] === "Event");
    expect(events).toMatchObject([
      { startDate: "2021-05-02T19:30", endDate: "2021-05-02T21:00", url: "https://fixture.example/first-town" },
      { startDate: "2021-05-03T22:00", endDate: "2021-05-04T02:00" },
      { startDate: "2021-05-08" },
    ]);
    for (const number of [1, 2, 3]) expect(textOf(`web/event-${number}.ics`).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});
