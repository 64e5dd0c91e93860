import { findForeignCharacters, findFaces } from "../../src/fonts/faces.ts";
import { directionOf } from "../../src/language.ts";
import type { Face, Image, Publication, Source, Statement } from "../../src/publication.ts";
import { publicationSchema } from "../../src/schemas.ts";
import { scripts } from "../../src/fonts/scripts.ts";

/** What a test names of a statement. */
export interface StatementOptions extends Partial<Omit<Statement, "source">> {
  /** The words of the source document, or more of the front matter's `source:`; nothing if it is an original. */
  source?: string | Partial<Source> | undefined;
}

/** What a test names of a publication. */
export interface PublicationOptions extends Partial<Omit<Publication, "statements" | "print">> {
  print?: Partial<Publication["print"]>;
}

/**
 * Returns a publication in memory: the values given, and plain ones for the rest. writePublication() takes the same
 * values and writes a folder.
 */
export function publicationOf(statements: StatementOptions[], options: PublicationOptions = {}): Publication {
  const language = options.language ?? "en-GB";
  return {
    title: "A Title",
    slug: "a-title",
    identifier: "urn:uuid:00000000-0000-4000-8000-000000000000",
    language,
    dir: directionOf(language),
    date: "2021-05-01",
    imprint: "Whose texts these are.",
    parts: [],
    images: [],
    faces: [],
    assumed: [],
    leftOut: [],
    editions: ["epub", "text"],
    at: () => ({ file: "publication.yaml", line: 1, column: 1 }),
    ...options,
    print: { ...publicationSchema.shape.print.parse(undefined), ...options.print },
    statements: statements.map((statement, index) =>
      statementOf(Object.assign({ slug: `text-${index + 1}`, lang: language }, statement)),
    ),
  };
}

/** Returns a statement in memory: the values given, and plain ones for the rest. Its title is on line 2 of its file. */
export function statementOf(options: StatementOptions): Statement {
  const { slug = "text", lang = "en-GB", source } = options;
  const isOriginal = "source" in options && source === undefined;
  return {
    slug,
    file: `${slug}.md`,
    lang,
    dir: directionOf(lang),
    body: "Some words of a text.\n",
    bodyLine: 5,
    at: (key) => ({ file: `${slug}.md`, line: key === "title" ? 2 : 1, column: 1 }),
    organisation: "An Organisation",
    authors: [options.author ?? []].flat(),
    corrections: [],
    origin: {},
    firstWords: "",
    ...options,
    source: isOriginal
      ? undefined
      : {
          file: `sources/${slug}.txt`,
          document: "",
          placeOf: (line) => `${(source as { file?: string })?.file ?? `sources/${slug}.txt`}:${line}`,
          ...(typeof source === "string" ? { document: source } : source),
        },
  };
}

/** Finds the faces that the characters of a text need beside the program's own. */
export async function facesFor(text: string, languages: string[] = []): Promise<Face[]> {
  return (await findFaces(findForeignCharacters(text), languages, scripts, ".")).faces;
}

/** An image of one black pixel, PNG. */
export const pixel: Image = {
  name: "images/pixel.png",
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4AWNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==",
    "base64",
  ),
  format: "png",
  width: 1,
  height: 1,
};

/** A publication with every text that once made an edition fail. Its letters are not all in the fonts for print. */
export const hostile = publicationOf(
  [
    {
      slug: "signs",
      title: 'A & B < C ]]> "D" {{ 7 * 7 }} <script>alert(1)</script> 😀',
      author: "O’Neill & “Sons”",
      organisation: "Ampersand & Co. <Ltd>",
      date: "2020",
      corrections: [
        { source: "teh <b>", text: "the <b>" },
        { source: "twice twice", text: "twice" },
      ],
      body: [
        "Text with & and < and ]]> and {{ template }} and {% raw %} and `code <b>` and 😀👩‍👩‍👧 and a\u00a0space.[^a] More.[^b] Again.[^a]",
        "## A heading & more",
        "> A quotation\n>\n> - with a list\n> - of two items",
        "3. three\n4. four\n\n   with a second paragraph",
        "| a | b |\n|---|---|\n| c & d | e |",
        "![A black dot](images/pixel.png)",
        "```\ncode  <as> it stands\n```",
        "***",
        "A [link](https://example.org/a?b=1&c=2) and <https://example.org/é>, and [a passage of Persian: سلام دنیا]{: lang=fa dir=rtl }.",
        "One line\\\nand another\n{: .signature}",
        "[^a]: The first note,\n    with *emphasis*.\n\n    And a second paragraph.\n\n[^b]: The second & last.\n",
      ].join("\n\n"),
    },
    {
      slug: "farsi",
      lang: "fa",
      title: "نه واشنگتن، نه تهران!",
      organisation: "گروه",
      date: "2020-01-03",
      body: "این یک متن است که از راست به چپ نوشته شده.[^1] پایان.\n\n[^1]: یک یادداشت با ۱۲۳.\n",
    },
    { slug: "punctuation", title: "?!", date: "2020-02", body: "- only\n- a list\n{: .slogans}\n" },
    { slug: "long", title: "Long ".repeat(80).trim() },
  ],
  {
    title: "T & <T> ]]>",
    subtitle: "S & “S”",
    publisher: "P & Q",
    rights: "© R & D",
    images: [pixel],
    faces: await facesFor("سلام"),
    web: "https://example.org/p?a=1&b=2",
  },
);
