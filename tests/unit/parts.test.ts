import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import { addToList } from "../../src/load/yaml.ts";
import { groupStatements, partOf } from "../../src/parts.ts";
import { temporaryFolder } from "../support/temporary.ts";

async function loadContents(contents: string) {
  const folder = path.join(temporaryFolder(), "parts");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "publication.yaml"), `title: A Fixture\nlanguage: en\ndate: 2021-05-01\n${contents}`);
  for (const name of ["one", "two", "three", "four"])
    writeFileSync(path.join(folder, `${name}.md`), `---\ntitle: Text ${name}\n---\nSome words.\n`);
  return load(folder);
}

const grouped = `contents:
  - one
  - part: A part
    texts: [three, two.md]
  - four
`;

describe("the contents", () => {
  it("may have parts, in which statements follow each other", async () => {
    const { publication, problems } = await loadContents(grouped);
    expect(problems).toEqual([]);
    const groups = groupStatements(publication!).map(({ name, statements }) => [
      name,
      ...statements.map(({ slug }) => slug),
    ]);
    expect(groups).toEqual([
      [undefined, "one"],
      ["A part", "three", "two"],
      [undefined, "four"],
    ]);
    expect(partOf({ slug: "two" }, publication!)?.name).toBe("A part");
    expect(partOf({ slug: "one" }, publication!)).toBeUndefined();
  });

  it.each([
    [
      "contents:\n  - part: A part\n    texts: [one, two, three, fuor]\n",
      "contents-missing",
      "Did you mean “four”?",
      6,
    ],
    [
      "contents:\n  - part: A part\n    texts: [one, two, three, four, one]\n",
      "slug-duplicate",
      "Keep one of the two.",
      6,
    ],
    ["contents:\n  - part: A part\n", "key-missing", "Add a line that begins with “texts:”.", 5],
    [
      "contents:\n  - name: A part\n    texts: [one, two, three, four]\n",
      "key-missing",
      "Add a line that begins with “part:”.",
      5,
    ],
  ])("is told apart from what cannot be contents: %s", async (contents, code, hint, line) => {
    const { problems } = await loadContents(contents);
    expect(problems).toContainEqual(expect.objectContaining({ code, hint, place: expect.objectContaining({ line }) }));
  });

  it("get a new statement after the last part", async () => {
    const longer = addToList("contents:\n  - one\n  - part: A part\n    texts: [two, three]\n", "contents", "four");
    expect(longer).toBe("contents:\n  - one\n  - part: A part\n    texts: [two, three]\n  - four\n");
  });
});
