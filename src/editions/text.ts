import { heading, hanging, plainLine, plainText, spaced } from "../text/plain.ts";
import { wrap } from "../text/wrap.ts";
import { html } from "../markdown/render.ts";
import { typographic } from "../markdown/typography.ts";
import type { Preface, Publication, Statement } from "../publication.ts";
import { makeArtifact, type Artifact } from "../artifact.ts";
import { termsOf } from "../terms/index.ts";
import type { Terms } from "../terms/en.ts";
import { statementName } from "../names.ts";
import { comma, writtenDate, writtenDay, writtenTime } from "../locale-format.ts";
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
  const { preface, statements, language } = publication;
  const parts = [
    titleLines(publication),
    contentsLines(publication, words),
    ...(preface ? [prefaceLines(preface, words)] : []),
    ...statements.map((statement) => statementLines(statement, publication, words)),
    spaced([
      heading(words.sources, "-", width),
      ...statements.map((statement) => sourceLines(statement, language, words)),
    ]),
    imprintLines(publication, words),
  ];
  return parts.reduce((all, lines, index) => all.concat(index === 1 ? [""] : ["", "", "=".repeat(width), ""], lines));
}

function titleLines({ title, subtitle, publisher, date, language }: Publication): string[] {
  const lines = [subtitle, [publisher, writtenDate(date, language)].filter(Boolean).join(comma(language))];
  return spaced([heading(plainTitle(title, language), "=", width), ...lines.map((text) => wrapLine(text, language))]);
}

function contentsLines({ preface, statements, language }: Publication, words: Terms): string[] {
  const names = statements.map((statement) => plainTitle(statementName(statement), statement.lang));
  const entries = [...(preface ? [preface.title ?? words.preface] : []), ...names, words.sources, words.imprint];
  return spaced([
    heading(plainTitle(words.contents, language), "-", width),
    entries.flatMap((entry) => hanging("• ", wrap(entry, width - 2))),
  ]);
}

function prefaceLines(preface: Preface, words: Terms): string[] {
  return spaced([
    heading(plainTitle(preface.title ?? words.preface, preface.lang), "-", width),
    wrapLine(preface.author, preface.lang),
    plainText(html(preface), width, preface.lang),
  ]);
}

function statementLines(statement: Statement, { language }: Publication, words: Terms): string[] {
  const { title, organisation, author, date, lang } = statement;
  const origin = provenance(statement, language, words);
  return spaced([
    title ? wrapLine(organisation, lang) : [],
    heading(plainTitle(title ?? organisation, lang), "-", width),
    [...wrapLine(author, lang), ...(date ? [writtenDate(date, lang)] : [])],
    plainText(html(statement), width, lang),
    ...(origin.length > 0 ? [["-".repeat(12)], origin] : []),
  ]);
}

function sourceLines(statement: Statement, language: string, words: Terms): string[] {
  return [
    ...wrapLine(statementName(statement), statement.lang),
    ...provenance(statement, language, words).map((text) => `  ${text}`),
  ];
}

function provenance({ source, url, corrections }: Statement, language: string, words: Terms): string[] {
  const published = source.published ? `${words.published}: ${source.published}` : undefined;
  const corrected = corrections.map(({ source, text }) =>
    text ? `"${text}" ${words.correctedFrom} "${source}"` : `"${source}" ${words.leftOut}`,
  );
  return [
    ...wrapLine(published, language, width - 2),
    ...[source.url, url].filter((address) => address !== undefined),
    ...(corrected.length > 0 ? wrapLine(`${words.corrections}: ${corrected.join("; ")}`, language, width - 2) : []),
  ];
}

function imprintLines({ imprint, rights, event, web, identifier, language }: Publication, words: Terms): string[] {
  const time =
    event &&
    [writtenDay(event.date, language), event.time && writtenTime(event.time, language)]
      .filter(Boolean)
      .join(comma(language));
  const meeting = event && [
    event.title,
    time,
    [event.place, event.address].filter(Boolean).join(comma(language)),
    event.host,
  ];
  return spaced([
    heading(words.imprint, "-", width),
    plainText(html({ body: imprint, lang: language, slug: "imprint" }), width, language),
    wrapLine(rights, language),
    ...(meeting ? [[`${words.meeting}:`, ...meeting.flatMap((text) => wrapLine(text, language))]] : []),
    [web, identifier].filter((address) => address !== undefined),
  ]);
}

function wrapLine(text: string | undefined, language: string, columns = width): string[] {
  return text ? wrap(plainTitle(text, language), columns) : [];
}

function plainTitle(text: string, language: string): string {
  return plainLine(typographic(text, language));
}

function encodeLines(lines: string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
