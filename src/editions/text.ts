import { underlineHeading, hangLines, renderPlainLine, renderPlainText, joinBlocks } from "../text/plain.ts";
import { wrapText } from "../text/wrap.ts";
import { renderHtml } from "../markdown/render.ts";
import { renderLine } from "../markdown/typography.ts";
import type { Preface, Publication, Statement } from "../publication.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import type { Event } from "../schema-event.ts";
import { groupStatements } from "../parts.ts";
import { termsOf } from "../terms/index.ts";
import type { Terms } from "../terms/en.ts";
import { editorsTitleOf, headingOf, listWithOrigin, statementNameOf } from "../names.ts";
import { listNumbers } from "../cover.ts";
import { formatEventTime, nameEvents } from "../events.ts";
import { commaOf, formatDate } from "../locale-format.ts";
import type { Context } from "./edition.ts";

// Columns of a line: at most 78 (RFC 5322, 2.1.1), less those that an e-mail needs to be quoted once or twice.
const width = 72;

/** Makes plain text that can go into an e-mail: the whole publication, and each statement alone. */
export async function makeText({ publication }: Context): Promise<Artifact[]> {
  const words = termsOf(publication);
  return [
    makeArtifact("text", publication, encodeLines(wholeText(publication, words))),
    ...publication.statements.map((statement) =>
      makeArtifact("statement-text", publication, encodeLines(statementLines(statement, publication, words)), {
        statement: statement.slug,
      }),
    ),
  ];
}

function wholeText(publication: Publication, words: Terms): string[] {
  const { preface, back, statements } = publication;
  const parts = [
    ...(preface ? [prefaceLines(preface, publication)] : []),
    ...statements.map((statement) => statementLines(statement, publication, words)),
    ...sourcesLines(publication, words),
    ...(back ? [prefaceLines(back, publication)] : []),
    imprintLines(publication, words),
  ];
  const rule = ["", "", "=".repeat(width), ""];
  return [
    ...titleLines(publication),
    "",
    ...contentsLines(publication, words),
    ...parts.flatMap((lines) => [...rule, ...lines]),
  ];
}

function titleLines({ title, subtitle, publisher, date, language }: Publication): string[] {
  const lines = [subtitle, [publisher, formatDate(date, language)].filter(Boolean).join(commaOf(language))];
  return joinBlocks([
    underlineHeading(plainTitle(title, language), "=", width),
    ...lines.map((text) => wrapLine(text, language)),
  ]);
}

function contentsLines(publication: Publication, words: Terms): string[] {
  const { preface, back, language } = publication;
  const list = (names: string[], mark = "• ") =>
    names.flatMap((name) => hangLines(mark, wrapText(name, width - mark.length)));
  const nameOf = (statement: Statement) => plainTitle(statementNameOf(statement, publication), statement.lang);
  const parts = groupStatements(publication).flatMap(({ name, statements }) =>
    name === undefined
      ? list(statements.map(nameOf))
      : [...list([plainTitle(name, language)]), ...list(statements.map(nameOf), "  • ")],
  );
  return joinBlocks([
    underlineHeading(plainTitle(words.contents, language), "-", width),
    [
      ...list(preface ? [editorsTitleOf(preface, publication)] : []),
      ...parts,
      ...list(listWithOrigin(publication).length > 0 ? [words.sources] : []),
      ...list(back ? [editorsTitleOf(back, publication)] : []),
      ...list([words.imprint]),
    ],
  ]);
}

// The preface, or the last page.
function prefaceLines(preface: Preface, publication: Publication): string[] {
  return joinBlocks([
    underlineHeading(plainTitle(editorsTitleOf(preface, publication), preface.lang), "-", width),
    wrapLine(preface.author, preface.lang),
    renderPlainText(renderHtml(preface), width, preface.lang),
    ...aboutLines(preface),
  ]);
}

function aboutLines({ about }: Preface | Statement): string[][] {
  return about ? [["-".repeat(12)], renderPlainText(renderHtml(about), width, about.lang)] : [];
}

function statementLines(statement: Statement, { language }: Publication, words: Terms): string[] {
  const { title, subtitle, organisation, author, date, lang } = statement;
  const heading = headingOf(statement);
  const origin = provenance(statement, language, words);
  return joinBlocks([
    title ? wrapLine(organisation, lang) : [],
    heading ? underlineHeading(plainTitle(heading, lang), "-", width) : [],
    wrapLine(subtitle, lang),
    [...(author === heading ? [] : wrapLine(author, lang)), ...(date ? [formatDate(date, lang)] : [])],
    renderPlainText(renderHtml(statement), width, lang),
    ...aboutLines(statement),
    ...(origin.length > 0 ? [["-".repeat(12)], origin] : []),
  ]);
}

// The sources, if there are any.
function sourcesLines(publication: Publication, words: Terms): string[][] {
  const sources = listWithOrigin(publication).map((statement) => sourceLines(statement, publication, words));
  return sources.length > 0 ? [joinBlocks([underlineHeading(words.sources, "-", width), ...sources])] : [];
}

function sourceLines(statement: Statement, publication: Publication, words: Terms): string[] {
  return [
    ...wrapLine(statementNameOf(statement, publication), statement.lang),
    ...provenance(statement, publication.language, words).map((text) => `  ${text}`),
  ];
}

function provenance({ origin, url, corrections }: Statement, language: string, words: Terms): string[] {
  const published = origin.published ? `${words.published}: ${origin.published}` : undefined;
  const corrected = corrections.map(({ source, text }) =>
    text ? `"${text}" ${words.correctedFrom} "${source}"` : `"${source}" ${words.leftOut}`,
  );
  return [
    ...wrapLine(published, language, width - 2),
    ...[origin.url, url].filter((address) => address !== undefined),
    ...(corrected.length > 0 ? wrapLine(`${words.corrections}: ${corrected.join("; ")}`, language, width - 2) : []),
  ];
}

function imprintLines(publication: Publication, words: Terms): string[] {
  const { imprint, printing, cover, rights, event: events = [], web, identifier, language } = publication;
  const meetings = events.map((event) => eventLines(event, language));
  return joinBlocks([
    underlineHeading(words.imprint, "-", width),
    imprint ? renderPlainText(renderHtml({ body: imprint, lang: language, slug: "imprint" }), width, language) : [],
    [...wrapLine(printing, language), ...listNumbers(cover)],
    wrapLine(rights, language),
    ...meetings.map((lines, index) => (index === 0 ? [`${nameEvents(publication)}:`, ...lines] : lines)),
    [web, identifier].filter((address) => address !== undefined),
  ]);
}

function eventLines(event: Event, language: string): string[] {
  const { title, place, address, host, link } = event;
  const where = [place, address].filter(Boolean).join(commaOf(language));
  const lines = [title, formatEventTime(event, language), where, host].flatMap((text) => wrapLine(text, language));
  return link ? [...lines, link] : lines;
}

function wrapLine(text: string | undefined, language: string, columns = width): string[] {
  return text ? wrapText(plainTitle(text, language), columns) : [];
}

function plainTitle(text: string, language: string): string {
  return renderPlainLine(renderLine(text, language));
}

function encodeLines(lines: string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
