import { describe, expect, it } from "vitest";
import { readStrands } from "../../src/markdown/strands.ts";
import { splitWords } from "../../src/words.ts";
import { findRepeats } from "../../src/verify/repeats.ts";
import { splitStrands, splitIntoUnits, type UnitKind, type FoundWord } from "../../src/verify/units.ts";
import { findFirstLoss, verifyWords } from "../../src/verify/weave.ts";
import { statementOf } from "../support/publication.ts";

const text = statementOf({
  slug: "text",
  body: "The first sentence says one thing.[^1] The second says another.\n\n3. A list\n4. of two\n\nThe last words of all.[^2]\n\n[^1]: A note of some words.\n[^2]: Another note.\n",
});
const whole =
  "The first sentence says one thing. [1] The second says another. 3. A list 4. of two The last words of all. [2] [1] A note of some words. [2] Another note.";

// By character, the numbers of notes have no brackets.
const lost = (found: string, by: UnitKind = "word") =>
  verifyWords(text, by === "character" ? found.replace(/\[(\d)\]/g, "$1") : found, "a file", by).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );

describe.each<UnitKind>(["word", "character"])("the words of a text, by %s", (by) => {
  it.each([
    ["as they are", whole],
    [
      "with a note in the middle of a sentence",
      whole.replace(" [1] A note of some words.", "").replace("another.", "[1] A note of some words. another."),
    ],
    [
      "with a note that goes on after more of the text",
      "The first sentence says one thing. [1] The [1] A note of second says another. 3. A list some words. 4. of two The last words of all. [2] [2] Another note.",
    ],
    ["with other quotes, dashes and invisible characters", whole.replaceAll("s", "s\u00ad")],
  ])("are complete: %s", (_, found) => expect(lost(found, by)).toEqual([]));

  it.each([
    ["a word lost", whole.replace("second ", ""), "5:44 “second” is missing from a file, after"],
    [
      "a word changed",
      whole.replace("one thing", "one think"),
      "5:29 “thing.” is missing from a file, after “first sentence says one”: “think.",
    ],
    ["a sentence twice", whole.replace("The second says another.", "$& $&"), "is missing from a file, after"],
    [
      "paragraphs swapped",
      "The last words of all. The first sentence says one thing. The second says another. A list of two A note of some words. Another note.",
      "is missing",
    ],
    [
      "a word of a note lost",
      whole.replace("of some words", "of words"),
      "12:17 “some” is missing from a file, after “A note of”",
    ],
    ["a note lost", whole.replace("[1] A note of some words.", ""), "12:1 “[1]” is missing"],
    ["the number of an item lost", whole.replace("4. ", ""), "8:1 “4.” is missing"],
    ["the number of an item changed", whole.replace("4. ", "5. "), "8:1 “4.” is missing"],
    ["the mark of a note lost", whole.replace("thing. [1]", "thing."), "is missing"],
    [
      "the last note lost",
      whole.replace("[2] Another note.", ""),
      "13:1 “[2]” is missing from a file, after “note of some words.”: nothing follows.",
    ],
    [
      "more after the end",
      `${whole} And more.`,
      "13:15 “And more.” follows the last word in a file, but is not in the text.",
    ],
    ["nothing", "", "5:1 “The” is missing from a file: nothing follows."],
  ])("are missed: %s", (_, found, message) => expect(lost(found, by).join()).toContain(message));
});

describe("by character", () => {
  it("accepts a word that is divided, or joined to the next, at the end of a line", () => {
    expect(lost(whole.replace("sentence", "sen\u00ad\ntence").replace("last words", "lastwords"), "character")).toEqual(
      [],
    );
    expect(lost(whole.replace("sentence", "sen-\ntence"), "word")).toHaveLength(1);
  });

  it("names the page", () => {
    const pages = ["Some words", "of a test"];
    const found = splitIntoUnits(
      pages.flatMap((page, index) =>
        splitWords(page).map(({ text, key }): FoundWord => ({ text, key, page: index + 1 })),
      ),
      "character",
    );
    expect(findFirstLoss(splitStrands(readStrands(statementOf({})), "character"), found)).toMatchObject({
      missing: { text: "text." },
      before: "Some words of a",
      instead: "test",
      page: 2,
    });
  });

  it("compares a text that is written from right to left", () => {
    const persian = statementOf({ lang: "fa", body: "نه واشنگتن،\nنه تهران!\n" });
    expect(verifyWords(persian, "نه واشنگتن، نه تهران!", "a file", "character")).toEqual([]);
    expect(verifyWords(persian, "نه نه تهران!", "a file", "character")[0]?.message).toContain("“واشنگتن،”");
  });
});

describe("long texts", () => {
  it("are compared in time proportional to their length; if not, this test reaches its time limit", () => {
    const long = statementOf({
      body: `${"the same words again and again[^1] ".repeat(3000)}\n\n[^1]: the same words again.\n`,
    });
    expect(
      verifyWords(
        long,
        `${"the same words again and again 1 ".repeat(3000)} 1 the same words again.`,
        "a file",
        "character",
      ),
    ).toEqual([]);
  });
});

describe("repeats", () => {
  const body =
    "Nobody has ever said these eight or nine words before, in this order.[^1]\n\n[^1]: A note that has more words than eight, all its own.\n";
  const text = statementOf({ slug: "text", body });
  const sentence = "Nobody has ever said these eight or nine words before, in this order.";

  it("finds eight words in a row outside their place", () => {
    expect(findRepeats([text], [], `Furniture. ${sentence}`, "a file")[0]).toMatchObject({
      code: "words-lost",
      place: { file: "text.md", line: 5 },
    });
    expect(
      findRepeats([text], [], "Furniture. A note that has more words than eight, all of them", "a file")[0],
    ).toMatchObject({ place: { file: "text.md", line: 7 } });
    expect(findRepeats([text], [], "Furniture. ever said these eight or nine words, before", "a file")).toEqual([]);
  });

  it("allows names anywhere", () => {
    expect(findRepeats([text], [sentence], sentence, "a file")).toEqual([]);
  });

  it("joins a word that is divided at the end of a line", () => {
    expect(
      findRepeats([text], [], sentence.replace("order", "or-\nder").replace("Nobody", "No-\nbody"), "a file"),
    ).toHaveLength(1);
  });
});
