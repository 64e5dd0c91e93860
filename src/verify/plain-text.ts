import { readStrands } from "../markdown/strands.ts";
import { listNumbers } from "../cover.ts";
import { readPlainText } from "./plain-text-lines.ts";
import type { Problem } from "../problem.ts";
import {
  imprintOf,
  listWithImprint,
  type Preface,
  type Prose,
  type Publication,
  type Statement,
} from "../publication.ts";
import type { Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import { splitWords, type Word } from "../words.ts";
import { formatEventTime, nameEvents } from "../events.ts";
import { commaOf, formatDate } from "../locale-format.ts";
import { editorsTitleOf, listWithOrigin, statementNameOf } from "../names.ts";
import { groupStatements } from "../parts.ts";
import { makeLossProblem } from "./loss.ts";
import { splitIntoUnits, type Expected } from "./units.ts";
import { findFirstLoss } from "./weave.ts";

/**
 * Proves that each plain text file has all the words that it must have, from its first line to its last, and no others:
 * the texts, and around them the lines that follow from the publication. How the lines are broken is not proved.
 */
export async function verifyPlainText(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  return artifacts.flatMap((file) => verifyFile(publication, file));
}

function verifyFile(publication: Publication, { path, bytes, statement: slug }: Artifact): Problem[] {
  const statement = publication.statements.find((statement) => statement.slug === slug);
  const texts = statement ? [statement, statement.about ?? []].flat() : listWithImprint(publication);
  const pieces = statement ? statementPieces(statement, publication) : wholePieces(publication);
  const expected = expectedWords(pieces);
  const loss = findFirstLoss(expected, readPlainText(expected, new TextDecoder().decode(bytes), texts));
  if (!loss) return [];
  const place = loss.missing ?? publication.at("title");
  return [makeLossProblem({ file: place.file, bodyLine: 1 }, loss, path, place)];
}

/** A word together with the file that it is from. */
type SourceWord = Word & { file: string };

/** What a file must have: the words of a text; or a line, with the key of the YAML that it is from. */
type Piece = { prose: Prose } | { line: string | undefined; of: Pick<Prose, "at">; key: string };

function expectedWords(pieces: Piece[]): Expected<SourceWord> {
  const body: SourceWord[] = [];
  const notes: SourceWord[] = [];
  for (const piece of pieces) {
    if ("prose" in piece) {
      const { file } = piece.prose;
      const source = readStrands(piece.prose);
      for (const word of source.body) body.push({ ...word, file });
      for (const word of source.notes.flat()) notes.push({ ...word, file });
    } else {
      const place = piece.of.at(piece.key);
      for (const word of splitWords(piece.line ?? "")) body.push({ ...word, ...place });
    }
  }
  return { body: splitIntoUnits(body, "word"), notes: splitIntoUnits(notes, "word"), addresses: [] };
}

function wholePieces(publication: Publication): Piece[] {
  const { title, subtitle, publisher, date, preface, back, statements, printing, language, rights, web, identifier } =
    publication;
  const terms = termsOf(publication);
  const pieceOf = (line: string | undefined, key = "title"): Piece => ({ line, of: publication, key });
  const [prefaceName, backName] = [preface, back].map((text) => text && editorsTitleOf(text, publication));
  const sources = listWithOrigin(publication);
  const nameOf = (statement: Statement) => statementNameOf(statement, publication);
  const contents = groupStatements(publication).flatMap(({ name, statements }) => [name, ...statements.map(nameOf)]);
  const sourcesName = sources.length > 0 ? terms.sources : undefined;
  const names = [terms.contents, prefaceName, ...contents, sourcesName, backName, terms.imprint];
  const imprint = imprintOf(publication);
  return [
    pieceOf(title),
    pieceOf(subtitle, "subtitle"),
    pieceOf(joinPresent(language, publisher, formatDate(date, language)), "date"),
    ...names.map((name) => pieceOf(name, "contents")),
    ...(preface ? prefacePieces(preface, prefaceName!) : []),
    ...statements.flatMap((statement) => statementPieces(statement, publication)),
    pieceOf(sourcesName),
    ...sources.flatMap((statement) => [
      { line: nameOf(statement), of: statement, key: "title" },
      ...provenancePieces(statement, publication),
    ]),
    ...(back ? prefacePieces(back, backName!) : []),
    pieceOf(terms.imprint),
    ...(imprint ? [{ prose: imprint }] : []),
    pieceOf(printing, "printing"),
    ...listNumbers(publication.cover).map((number) => pieceOf(number, "cover")),
    pieceOf(rights, "rights"),
    ...eventLines(publication).map((text) => pieceOf(text, "event")),
    pieceOf(web, "web"),
    pieceOf(identifier, "identifier"),
  ];
}

function eventLines(publication: Publication): (string | undefined)[] {
  const { event: events, language } = publication;
  if (!events) return [];
  return [
    `${nameEvents(publication)}:`,
    ...events.flatMap((event) => [
      event.title,
      formatEventTime(event, language),
      joinPresent(language, event.place, event.address),
      event.host,
      event.link,
    ]),
  ];
}

function joinPresent(language: string, ...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(commaOf(language));
}

function prefacePieces(preface: Preface, name: string): Piece[] {
  return [
    { line: name, of: preface, key: "title" },
    { line: preface.author, of: preface, key: "author" },
    { prose: preface },
    ...aboutPieces(preface),
  ];
}

function statementPieces(statement: Statement, publication: Publication): Piece[] {
  const { title, subtitle, organisation, author, date, lang } = statement;
  const pieceOf = (line: string | undefined, key: string): Piece => ({ line, of: statement, key });
  const head = [
    pieceOf(organisation, "organisation"),
    pieceOf(title, "title"),
    pieceOf(subtitle, "subtitle"),
    pieceOf(author, "author"),
    pieceOf(date && formatDate(date, lang), "date"),
  ];
  return [...head, { prose: statement }, ...aboutPieces(statement), ...provenancePieces(statement, publication)];
}

function aboutPieces({ about }: Preface | Statement): Piece[] {
  return about ? [{ prose: about }] : [];
}

function provenancePieces(statement: Statement, publication: Publication): Piece[] {
  const { origin, url, corrections } = statement;
  const terms = termsOf(publication);
  const corrected = corrections.map(({ source, text }) =>
    text ? `"${text}" ${terms.correctedFrom} "${source}"` : `"${source}" ${terms.leftOut}`,
  );
  const lines = [
    origin.published && `${terms.published}: ${origin.published}`,
    origin.url,
    url,
    corrected.length > 0 ? `${terms.corrections}: ${corrected.join("; ")}` : undefined,
  ];
  return lines.map((line) => ({ line, of: statement, key: "source" }));
}
