import type { ArtifactKind } from "./artifact-kinds.ts";
import {
  foldedForms,
  leafletPageOf,
  pagesOf,
  panelOf,
  posterPageOf,
  posterSizesOf,
  type FoldedForm,
  type Form,
  type FormPage,
  type PosterSize,
} from "./forms.ts";
import { statementNameOf } from "./names.ts";
import type { Place } from "./problem.ts";
import { leafletOf, type Publication, type Statement } from "./publication.ts";
import type { Event } from "./schema-event.ts";

// What is printed by itself: each text and each event, once in every form that it asks for.

/** A text or an event, in one form. */
export interface Offprint {
  form: Form;
  /** What its files are called: the slug of the statement, or the name of the event. */
  name: string;
  /** The statement, and the text that is printed of it: the shorter version, if there is one. */
  statement?: Statement;
  text?: Statement;
  /** The event, and its place among the events, from 0. */
  event?: Event;
  index?: number;
  lang: string;
  dir: "ltr" | "rtl";
  title: string;
  place: Place;
}

/** The parts of a publication that say what is printed by itself. */
type Source = Pick<Publication, "statements" | "event" | "slug" | "leaflets" | "language" | "dir" | "at">;

/**
 * Returns what is printed by itself. A statement that says nothing is a leaflet, and an event is printed in no form. If
 * some statements are chosen, nothing else is.
 */
export function listOffprints(publication: Source): Offprint[] {
  const { statements, event: events = [], leaflets } = publication;
  const chosen = statements.filter(({ slug }) => leaflets === undefined || leaflets.includes(slug));
  const ofTexts = chosen.flatMap((statement) => {
    const text = leafletOf(statement);
    const { lang, dir } = text;
    const { as, at } = statement.as ? statement : text;
    const base = { name: statement.slug, statement, text, lang, dir, place: as ? at("as") : at() };
    const title = statementNameOf(text, publication);
    return [...new Set(as ?? defaultForms)].map((form): Offprint => ({ ...base, form, title }));
  });
  const ofEvents = leaflets
    ? []
    : events.flatMap((event, index) => {
        const { language: lang, dir } = publication;
        const name = nameOfEvent(publication, index);
        const base = { name, event, index, lang, dir, title: event.title, place: publication.at("event", index, "as") };
        return [...new Set(event.as ?? [])].map((form): Offprint => ({ ...base, form }));
      });
  return [...ofTexts, ...ofEvents];
}

const defaultForms: Form[] = ["leaflet"];

/** Returns the name of an event's files; `index` counts from 0. */
export function nameOfEvent({ slug, event: events = [] }: Pick<Publication, "slug" | "event">, index: number): string {
  return events.length === 1 ? `${slug}-event` : `${slug}-event-${index + 1}`;
}

/** Returns whether an offprint is folded from one sheet. */
export function isFolded(offprint: Offprint): offprint is Offprint & { form: FoldedForm } {
  return (foldedForms as readonly Form[]).includes(offprint.form);
}

/** A document that is laid out of an offprint: of a poster, one in each size. */
export interface OffprintDocument {
  offprint: Offprint;
  /** The kind of the file that has its pages. */
  kind: ArtifactKind;
  /** The name of its style sheet, and its own, without their endings. */
  sheet: string;
  document: string;
  page: FormPage;
  /** Of a poster: whether it is divided among sheets of the office printer as well. */
  isTiled?: boolean;
}

/** Returns the documents of an offprint. The leaflet of an event is set as a poster is. */
export function documentsOf(offprint: Offprint, { print }: Pick<Publication, "print">): OffprintDocument[] {
  const { form, name, text } = offprint;
  const describe = (kind: ArtifactKind, sheet: string, page: FormPage, own = name): OffprintDocument => ({
    offprint,
    kind,
    sheet,
    document: `${sheet}-${own}`,
    page,
  });
  if (isFolded(offprint)) return [describe(offprint.form, form, panelOf(offprint.form, print.page))];
  if (form === "leaflet")
    return [
      text
        ? describe(form, form, leafletPageOf(print.page), text.slug)
        : describe(form, "poster-leaflet", leafletPageOf(print.page)),
    ];
  const { tiles } = print;
  const describePoster = (kind: ArtifactKind, size: PosterSize): OffprintDocument => ({
    ...describe(kind, `poster-${size.toLowerCase()}`, posterPageOf(size)),
    isTiled: size === tiles,
  });
  const [smaller, larger] = posterSizesOf(print.page);
  return [
    describePoster("poster", smaller),
    describePoster("poster-large", larger),
    ...(tiles && tiles !== larger ? [describePoster("poster-whole", tiles)] : []),
  ];
}

/** Returns the documents of everything that is printed by itself. */
export function listOffprintDocuments(publication: Source & Pick<Publication, "print">): OffprintDocument[] {
  return listOffprints(publication).flatMap((offprint) => documentsOf(offprint, publication));
}

/** The test of a folded form: the first offprint of that form, and the size and the number of the pages of the test. */
export interface FormTest {
  offprint: Offprint & { form: FoldedForm };
  page: FormPage;
  pages: number;
}

/** Returns the tests of the folded forms that are made. */
export function listFormTests(publication: Source & Pick<Publication, "print">): FormTest[] {
  const folded = listOffprints(publication).filter(isFolded);
  return foldedForms.flatMap((form): FormTest[] => {
    const offprint = folded.find((other) => other.form === form);
    return offprint ? [{ offprint, page: panelOf(form, publication.print.page), pages: pagesOf(form) }] : [];
  });
}

/** Returns the kinds of the files that are made of an offprint. */
export function kindsOf(offprint: Offprint, publication: Pick<Publication, "print">): ArtifactKind[] {
  const kinds = documentsOf(offprint, publication).map(({ kind }) => kind);
  if (isFolded(offprint)) return [...kinds, `${offprint.form}-sheets`];
  if (offprint.form === "leaflet") return [...kinds, "leaflet-sheets"];
  return [...kinds, ...(publication.print.tiles ? ["poster-tiles" as const] : [])];
}

/** Returns whether an offprint is a text as a leaflet, whose pages are as many as it needs. */
export function isLeafletOfText(offprint: Offprint): offprint is Offprint & { statement: Statement; text: Statement } {
  return offprint.form === "leaflet" && offprint.text !== undefined;
}
