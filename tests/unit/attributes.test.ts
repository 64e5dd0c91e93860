import { describe, expect, it } from "vitest";
import { checkAttributes } from "../../src/check/attributes.ts";
import { statementOf } from "../support/publication.ts";

const problemsOf = (body: string) =>
  checkAttributes({ texts: [statementOf({ body, bodyLine: 1 })], statements: [], images: [] }).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );

describe("attributes in code or after a backslash", () => {
  it.each([
    ["code over two lines", "Code `a\n{: .foo} b` end.\n"],
    ["escaped, in a paragraph that has the same", "Type \\{: .signature} here.\n{: .signature}\n"],
    ["in a block of code", "```\n{: .foo}\n```\n"],
  ])("are none: %s", (_, body) => expect(problemsOf(body)).toEqual([]));

  it("do not hide those beside them, nor take their place", () => {
    expect(problemsOf("See `{: .signature}` and [w]{: .signature}.\n")).toEqual([
      "1:29 The class “signature” has no effect on words in brackets.",
    ]);
    expect(problemsOf("Type \\{: .signature} and {: .signature} here.\n")).toEqual([
      "1:26 “{: .signature}” belongs to no element, so it would be printed as it is typed.",
    ]);
  });
});

it("attributes with emphasis inside are none, so they are named", () => {
  expect(problemsOf("See [w]{: lang=*fa* }.\n")).toEqual([
    "1:8 “{: lang=*fa* }” belongs to no element, so it would be printed as it is typed.",
  ]);
});

it("an empty class is named as such", () => {
  expect(problemsOf('Words.\n{: class="" }\n')).toEqual(["2:1 No class is named."]);
});
