import { beyondOurs, findFaces } from "../../src/fonts/faces.ts";
import { direction } from "../../src/language.ts";
import { type Face, type Image, type Publication, type Statement } from "../../src/publication.ts";
import { publicationSchema } from "../../src/schemas.ts";
import { scripts } from "../../src/fonts/scripts.ts";

/** A publication for a test, made in memory: what is given, over what every publication has. */
export function publicationOf(statements: Partial<Statement>[], given: Partial<Publication> = {}): Publication {
  const language = given.language ?? "en-GB";
  const at = () => ({ file: "publication.yaml", line: 1, column: 1 });
  return {
    title: "A Title",
    slug: "a-title",
    identifier: "urn:uuid:00000000-0000-4000-8000-000000000000",
    language,
    dir: direction(language),
    date: "2021-05-01",
    imprint: "Whose texts these are.",
    images: [],
    faces: [],
    editions: ["epub", "text"],
    print: publicationSchema.shape.print.parse(undefined),
    at,
    ...given,
    statements: statements.map((statement, index) =>
      statementOf(Object.assign({ slug: `text-${index + 1}`, lang: language }, statement)),
    ),
  };
}

export function statementOf(given: Partial<Statement>): Statement {
  const slug = given.slug ?? "text";
  const lang = given.lang ?? "en-GB";
  const at = (...path: (string | number)[]) => ({ file: `${slug}.md`, line: path[0] === "title" ? 2 : 1, column: 1 });
  const body = given.body ?? "Some words of a text.\n";
  return {
    slug,
    file: `${slug}.md`,
    lang,
    dir: direction(lang),
    body,
    bodyLine: 5,
    at,
    organisation: "An Organisation",
    source: { file: "sources/x.txt", document: "" },
    corrections: [],
    ...given,
  };
}

/** The faces that a text needs beside our own. */
export async function facesFor(text: string, languages: string[] = []): Promise<Face[]> {
  return (await findFaces(beyondOurs(text), languages, scripts, ".")).faces;
}

/** A PNG of one black pixel. */
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

/** Texts with everything in them that has ever gone wrong in a book. */
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
