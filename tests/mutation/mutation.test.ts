import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadAndCheck } from "../../src/check/load-and-check.ts";
import { makePamphlet } from "../../src/editions/pamphlet.ts";
import { compile } from "../../src/compile/eleventy.ts";
import { startBrowser } from "../../src/layout/browser.ts";
import type { Publication } from "../../src/publication.ts";
import { editionOf, findArtifact, type Artifact } from "../../src/artifact.ts";
import type { EditionName } from "../../src/edition-names.ts";
import { compileOnce } from "../../src/verify/documents.ts";
import { verify } from "../../src/verify/index.ts";
import { buildOnce } from "../support/builds.ts";
import { changeBook, readDocuments } from "../support/book.ts";
import { hard } from "../support/hard.ts";
import { asRead, applyChanges, textMutations, type Spot } from "../support/mutate.ts";
import { readContents, glyphMutations, replaceContent } from "../support/mutate-pdf.ts";
import { printTally, tryMutants, type Subject, type Mutant, type Tally } from "../support/mutation.ts";
import { random, type Random } from "../support/random.ts";
import { wordsOfHtml, wordsOfText, type Part } from "../support/spots.ts";
import { copyExcerpt } from "../support/excerpt.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writeDeclaration } from "../support/udhr.ts";

// Files of a build are changed in one place at random, and verify must find each change. `npm run test:hard` makes 300
// changes to each format of each publication.

const numbers = hard
  ? { text: 300, web: 300, epub: 300, pdf: 300, layout: 10 }
  : { text: 100, web: 60, epub: 40, pdf: 13, layout: 0 };
const seed = Number(process.env["SEED"] ?? 20_210_501);
const temporary = temporaryFolder();

const subjects: [name: string, folder: string][] = [
  ["every kind of block", "tests/fixtures/small"],
  ...(hard
    ? ([
        ["English", copyExcerpt(path.join(temporary, "english"), ["hekmatist", "acg"])],
        ["right to left", "tests/fixtures/persian"],
        ["Hindi", writeLanguage("hin")],
      ] as [string, string][])
    : []),
];

describe.each(subjects)("mutations of a publication: %s", (name, folder) => {
  let publication: Publication;
  let subject: Subject;
  let artifacts: Artifact[] = [];
  let chance: Random;

  beforeAll(async () => {
    publication = await loadAndCheck(path.resolve(folder));
    subject = { publication, documents: compileOnce(publication) };
    ({ artifacts } = await buildOnce(folder));
    chance = random(seed);
  });

  const of = (edition: EditionName) => artifacts.filter((artifact) => editionOf(artifact.kind) === edition);
  const read = (files: Artifact[]) =>
    files.map((file) => ({ path: file.path, source: Buffer.from(file.bytes).toString() }));
  const put = (files: Artifact[], path: string, text: string) =>
    files.map((file) => (file.path === path ? { ...file, bytes: Buffer.from(text) } : file));

  it("of plain text are found", async () => {
    const files = of("text");
    const texts = read(files).filter(({ path }) =>
      publication.statements.some(({ slug }) => path === `text/${slug}.txt`),
    );
    const tally = await tryInWords(subject, numbers.text, chance, findWordsOfStatement, texts, (path, text) =>
      put(files, path, text),
    );
    expect(printTally(`${name}, plain text, seed ${seed}`, tally)).toEqual([]);
  });

  it("of the web edition are found", async () => {
    const files = of("web");
    // The guide to printing and the page for unknown addresses hold no words of the publication.
    const without = new Set(["web/print.html", "web/404.html"]);
    const pages = read(files.filter(({ path }) => path.endsWith(".html") && !without.has(path)));
    const tally = await tryInWords(
      subject,
      numbers.web,
      chance,
      (source) => wordsOfHtml(source, ofTexts),
      pages,
      (path, text) => put(files, path, text),
    );
    expect(printTally(`${name}, web edition, seed ${seed}`, tally)).toEqual([]);
  });

  it("of the EPUB are found", async () => {
    const [book] = of("epub");
    const documents = [...(await readDocuments(book!.bytes))]
      .filter(([path]) => path.endsWith(".xhtml"))
      .map(([path, source]) => ({ path, source }));
    const tally = await tryInWords(
      subject,
      numbers.epub,
      chance,
      (source) => wordsOfHtml(source, ofBook),
      documents,
      async (path, text) => [{ ...book!, bytes: await changeBook(book!.bytes, { [path]: text }) }],
    );
    expect(printTally(`${name}, EPUB, seed ${seed}`, tally)).toEqual([]);
  });

  it("of the glyphs in the pamphlet's PDF are found", async () => {
    const pdf = findArtifact(artifacts, "pamphlet")!;
    const texts = new Set(
      pdf
        .starts!.filter(({ id }) => [publication.preface, ...publication.statements].some((text) => text?.slug === id))
        .map(({ page }) => page),
    );
    const pages = (await readContents(pdf.bytes)).filter(
      ({ number, objects }) => texts.has(number) && objects.length > 0,
    );
    expect(
      await verify(
        publication,
        [{ ...pdf, bytes: await replaceContent(pdf.bytes, pages[0]!.number, pages[0]!.stream) }],
        subject.documents,
      ),
      "a file that was taken apart and put together without a change has no problem",
    ).toEqual([]);
    const tally = await tryMutants(
      subject,
      Object.keys(glyphMutations),
      numbers.pdf,
      async (kind): Promise<Mutant | undefined> => {
        const page = chance.pick(pages);
        const object = chance.pick(page.objects);
        const changes = glyphMutations[kind]!(object, chance, page.objects);
        if (changes.length === 0) return undefined;
        const what = `page ${page.number}, in “${object.glyphs.map(({ text }) => text).join("")}”`;
        return {
          kind,
          what,
          artifacts: [
            { ...pdf, bytes: await replaceContent(pdf.bytes, page.number, applyChanges(page.stream, changes)) },
          ],
        };
      },
    );
    expect(printTally(`${name}, PDF, seed ${seed}`, tally)).toEqual([]);
  });

  // As in a build, verify compares the PDF with the same compiled document that was laid out. It must find a fault in
  // that document all the same.
  it.runIf(numbers.layout > 0)("of the compiled document are found in the PDF that is made from it", async () => {
    const documents = await compile(publication, "print");
    let compiled = documents;
    const source = documents.get("pamphlet.html")!;
    const shop = await startBrowser();
    try {
      const tally = await tryInWords(
        { publication, documents: async () => compiled },
        numbers.layout,
        chance,
        (source) => wordsOfHtml(source, ofBook),
        [{ path: "pamphlet.html", source }],
        (path, text) => {
          compiled = new Map([...documents, [path, text]]);
          return makePamphlet({ publication, made: [], documents: async () => compiled, browser: async () => shop });
        },
      );
      expect(printTally(`${name}, compiled document, seed ${seed}`, tally)).toEqual([]);
    } finally {
      await shop.close();
    }
  });
});

/** A text file of a build. */
interface Source {
  path: string;
  source: string;
}

function writeLanguage(code: string): string {
  writeDeclaration(path.join(temporary, code), code);
  return path.join(temporary, code);
}

// The elements with the texts and their headings: on the web, and in the EPUB and in print.
const ofTexts: Part = ({ classes, name, attributes }) =>
  classes.includes("prose") || (name === "article" && "id" in attributes);
const ofBook: Part = ({ classes, name }) => classes.includes("prose") || name === "header";

// Finds the words of a plain text file, without the lines under headings and the marks of lists and quotations, which
// are not words of the statement, and without what follows the last rule: where the statement was published.
function findWordsOfStatement(source: string): Spot[] {
  const end = source.lastIndexOf(`\n${"-".repeat(12)}\n`);
  return wordsOfText(end < 0 ? source : source.slice(0, end)).filter(({ text }) => !/^(?:[-=]{3,}|[•>])$/.test(text));
}

async function tryInWords(
  subject: Subject,
  wanted: number,
  chance: Random,
  spotsOf: (source: string) => Spot[],
  sources: Source[],
  put: (path: string, source: string) => Artifact[] | Promise<Artifact[]>,
): Promise<Tally> {
  const read = sources
    .map((file) => ({ ...file, spots: spotsOf(file.source) }))
    .filter(({ spots }) => spots.length > 0);
  expect(
    await verify(subject.publication, await put(read[0]!.path, read[0]!.source), subject.documents),
    "a file that was taken apart and put together without a change has no problem",
  ).toEqual([]);
  return tryMutants(subject, Object.keys(textMutations), wanted, async (kind) => {
    const { path, source, spots } = chance.pick(read);
    const index = chance.below(spots.length);
    const changes = textMutations[kind]!(spots, index, chance);
    const after = applyChanges(source, changes);
    if (asRead(after) === asRead(source)) return undefined;
    const before = spots
      .slice(Math.max(0, index - 3), index)
      .map(({ text }) => text)
      .join(" ");
    const what = `${path}, after “${before}”: “${spots[index]!.text}” became “${changes.map(({ text }) => text).join(" ")}”`;
    return { kind, what, artifacts: await put(path, after) };
  });
}
