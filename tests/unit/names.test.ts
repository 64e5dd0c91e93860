import { describe, expect, it } from "vitest";
import { findRemarks } from "../../src/check/remarks.ts";
import { citationOf, shortNameOf, statementNameOf } from "../../src/names.ts";
import { publicationOf, type StatementOptions } from "../support/publication.ts";

const namesOf = (statements: StatementOptions[], nameOf = statementNameOf) => {
  const publication = publicationOf(statements);
  return publication.statements.map((statement) => nameOf(statement, publication));
};

describe("texts with the same name", () => {
  it("are told apart by their authors, by their dates, or else by numbers", () => {
    const title = "Call";
    expect(
      namesOf([
        { title, author: "A" },
        { title, author: "B" },
      ]),
    ).toEqual(["An Organisation: Call (A)", "An Organisation: Call (B)"]);
    expect(namesOf([{ date: "2021-05" }, {}])).toEqual(["An Organisation (May 2021)", "An Organisation"]);
    expect(namesOf([{ date: "2021" }, { date: "2021" }])).toEqual(["An Organisation (1)", "An Organisation (2)"]);
    expect(namesOf([{ title }, { title: "Another" }])).toEqual(["An Organisation: Call", "An Organisation: Another"]);
  });

  it("are remarked on if only a number tells them apart", () => {
    const remarksOn = (statements: StatementOptions[]) => findRemarks(publicationOf(statements));
    expect(remarksOn([{}, {}])).toEqual([
      "text-1.md: This text is told only by a number from text-2.md, as “An Organisation (1)”. A title of its own, an " +
        "author or a date would say more.",
    ]);
    expect(remarksOn([{ date: "2020" }, { date: "2021" }])).toEqual([]);
  });

  it("are not confused with their leaflets", () => {
    const [statement] = publicationOf([{ slug: "short" }]).statements;
    const publication = publicationOf([{ slug: "long", leaflet: statement }]);
    expect(statementNameOf(statement!, publication)).toBe("An Organisation");
    expect(statementNameOf(publication.statements[0]!, publication)).toBe("An Organisation");
  });
});

describe("a short name", () => {
  it("is the organisation, or the title if several texts are by that organisation, or else the whole name", () => {
    expect(namesOf([{ title: "Call" }], shortNameOf)).toEqual(["An Organisation"]);
    expect(namesOf([{ title: "Call" }, { title: "Answer" }, {}], shortNameOf)).toEqual([
      "Call",
      "Answer",
      "An Organisation",
    ]);
    expect(namesOf([{ title: "Call" }, { title: "Call" }], shortNameOf)).toEqual([
      "An Organisation: Call (1)",
      "An Organisation: Call (2)",
    ]);
  });
});

describe("a citation", () => {
  it("names authors, organisation, title and subtitle", () => {
    const author = "A. Person";
    expect(namesOf([{ author, title: "Call", subtitle: "To all" }], citationOf)).toEqual([
      "A. Person, An Organisation: Call: To all",
    ]);
    expect(namesOf([{ author }], citationOf)).toEqual(["An Organisation: A. Person"]);
    expect(namesOf([{ author, title: "Call", organisation: undefined }], citationOf)).toEqual(["A. Person: Call"]);
  });
});
