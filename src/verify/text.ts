import { strands } from "../markdown/strands.ts";
import { parse } from "../markdown/parse.ts";
import type { Problem } from "../problem.ts";
import { imprintOf, readingOrder, type Preface, type Prose, type Publication, type Statement } from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { words, type Word } from "../words.ts";
import { statementName } from "../names.ts";
import { comma, writtenDate, writtenDay, writtenTime } from "../locale-format.ts";
import { lostIn, problem, unitsOf, type Expected, type Found, type Unit } from "./weave.ts";

/** Reads each text file that was made: every word that it must say, from its first line to its last, and no other. */
export async function verifyText(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  return artifacts.flatMap((file) => verifyFile(publication, file));
}

function verifyFile(publication: Publication, { path, bytes, statement: slug }: Artifact): Problem[] {
  const statement = publication.statements.find((statement) => statement.slug === slug);
  const texts = statement ? [statement] : [...readingOrder(publication), imprintOf(publication)];
  const said = expected(statement ? statementPieces(statement, publication) : wholePieces(publication), publication);
  const found = unitsOfFile(new TextDecoder().decode(bytes), texts);
  const lost = lostIn(said, found);
  if (!lost) return [];
  const place = lost.lost ?? publication.at("title");
  return [problem({ file: place.file, bodyLine: 1 }, lost, path, place)];
}

/** A word with the file that it stands in. */
type Said = Word & { file: string };

/** What a file says: a text, or a line of the publication or of a text, with where it is from. */
type Piece = { prose: Prose } | { line: string | undefined; of: Publication | Prose; key: string };

function expected(pieces: Piece[], publication: Publication): Expected<Said> {
  const said: { body: Said[]; notes: Said[] } = { body: [], notes: [] };
  for (const piece of pieces) {
    if ("prose" in piece) {
      const { body, notes } = strands(piece.prose);
      const { file } = piece.prose;
      said.body.push(...body.map((word) => ({ ...word, file })));
      said.notes.push(...notes.flat().map((word) => ({ ...word, file })));
    } else {
      const place = (piece.of === publication ? publication : (piece.of as Prose)).at(piece.key);
      said.body.push(...words(piece.line ?? "").map((word) => ({ ...word, ...place })));
    }
  }
  return { body: unitsOf(said.body, "word"), notes: unitsOf(said.notes, "word") };
}

function wholePieces(publication: Publication): Piece[] {
  const { title, subtitle, publisher, date, preface, statements, language, rights, event, web, identifier } =
    publication;
  const own = termsOf(publication);
  const line = (line: string | undefined, key = "title"): Piece => ({ line, of: publication, key });
  const prefaceName = preface && (preface.title ?? own.preface);
  return [
    line(title),
    line(subtitle, "subtitle"),
    line([publisher, writtenDate(date, language)].filter(Boolean).join(comma(language)), "date"),
    ...[own.contents, prefaceName, ...statements.map(statementName), own.sources, own.imprint].map((entry) =>
      line(entry, "contents"),
    ),
    ...(preface ? prefacePieces(preface, prefaceName!) : []),
    ...statements.flatMap((statement) => statementPieces(statement, publication)),
    line(own.sources),
    ...statements.flatMap((statement) => [
      { line: statementName(statement), of: statement, key: "title" },
      ...provenancePieces(statement, publication),
    ]),
    line(own.imprint),
    { prose: imprintOf(publication) },
    line(rights, "rights"),
    ...(event
      ? [
          `${own.meeting}:`,
          event.title,
          [writtenDay(event.date, language), event.time && writtenTime(event.time, language)]
            .filter(Boolean)
            .join(comma(language)),
        ]
      : []
    ).map((text) => line(text, "event")),
    ...(event ? [[event.place, event.address].filter(Boolean).join(comma(language)), event.host] : []).map((text) =>
      line(text, "event"),
    ),
    line(web, "web"),
    line(identifier, "identifier"),
  ];
}

function prefacePieces(preface: Preface, name: string): Piece[] {
  return [
    { line: name, of: preface, key: "title" },
    { line: preface.author, of: preface, key: "author" },
    { prose: preface },
  ];
}

function statementPieces(statement: Statement, publication: Publication): Piece[] {
  const { title, organisation, author, date, lang } = statement;
  const line = (line: string | undefined, key: string): Piece => ({ line, of: statement, key });
  const head = [
    line(organisation, "organisation"),
    line(title, "title"),
    line(author, "author"),
    line(date && writtenDate(date, lang), "date"),
  ];
  return [...head, { prose: statement }, ...provenancePieces(statement, publication)];
}

function provenancePieces(statement: Statement, publication: Publication): Piece[] {
  const { source, url, corrections } = statement;
  const own = termsOf(publication);
  const corrected = corrections.map(({ source, text }) =>
    text ? `"${text}" ${own.correctedFrom} "${source}"` : `"${source}" ${own.leftOut}`,
  );
  const lines = [
    source.published && `${own.published}: ${source.published}`,
    source.url,
    url,
    corrected.length > 0 ? `${own.corrections}: ${corrected.join("; ")}` : undefined,
  ];
  return lines.map((line) => ({ line, of: statement, key: "source" }));
}

// Marks that lines open with, and rules, may be of the edition or of the text.
function unitsOfFile(text: string, texts: Prose[]): Unit<Found>[] {
  return withoutAddresses(text, texts)
    .split("\n")
    .flatMap((line) => {
      const found = words(line);
      const isRule = /^[-=*•> ]*$/.test(line);
      const marks = found.findIndex(({ key }) => !/^(?:>|•|\p{Nd}+\.|\[\p{Nd}+\])$/u.test(key));
      return found.map((word, index): Unit<Found> => {
        const open = marks < 0 || index < marks;
        return { key: word.key, word, ...((isRule || (open && /^[>•]$/.test(word.key))) && { optional: true }) };
      });
    });
}

// The edition adds the address of a link to its words; one that a text has in angle brackets itself is a word.
function withoutAddresses(text: string, texts: Prose[]): string {
  const typed = new Set(
    texts.flatMap((prose) =>
      [...strands(prose).body, ...strands(prose).notes.flat()].flatMap(({ text }) => /<[^<>]+>/.exec(text)?.[0] ?? []),
    ),
  );
  const links = texts
    .flatMap((prose) => parse(prose).tokens.flatMap(({ children }) => children ?? []))
    .filter(({ type }) => type === "link_open");
  const added = new Set(
    links.map((link) => `<${String(link.attrGet("href"))}>`).filter((address) => !typed.has(address)),
  );
  // In a quotation it may have come to stand on a line of its own.
  return text.replace(/(?:\n[> ]*|\s)(<[^<>\s]+>)/g, (all, address: string) => (added.has(address) ? "" : all));
}
