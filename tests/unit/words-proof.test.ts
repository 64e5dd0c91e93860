import { describe, expect, it } from "vitest";
import { strands } from "../../src/markdown/strands.ts";
import { words } from "../../src/words.ts";
import { repeated } from "../../src/verify/repeats.ts";
import { expected, lostIn, unitsOf, wordsLost, type By, type Found } from "../../src/verify/weave.ts";
import { statementOf } from "../support/publication.ts";

const text = statementOf({
  slug: "text",
  body: "The first sentence says one thing.[^1] The second says another.\n\n3. A list\n4. of two\n\nThe last words of all.[^2]\n\n[^1]: A note of some words.\n[^2]: Another note.\n",
});
const whole =
  "The first sentence says one thing. [1] The second says another. 3. A list 4. of two The last words of all. [2] [1] A note of some words. [2] Another note.";

// By letter, numbers that the program sets have no brackets.
const lost = (found: string, by: By = "word") =>
  wordsLost(text, by === "letter" ? found.replace(/\[(\d)\]/g, "$1") : found, "a file", by).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );

describe.each<By>(["word", "letter"])("the words of a text, by %s", (by) => {
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
  ])("stand: %s", (_, found) => expect(lost(found, by)).toEqual([]));

  it.each([
    ["a word lost", whole.replace("second ", ""), "5:44 “second” does not stand in a file after"],
    [
      "a word changed",
      whole.replace("one thing", "one think"),
      "5:29 “thing.” does not stand in a file after “first sentence says one”: there stands “think.",
    ],
    ["a sentence twice", whole.replace("The second says another.", "$& $&"), "does not stand in a file after"],
    [
      "paragraphs swapped",
      "The last words of all. The first sentence says one thing. The second says another. A list of two A note of some words. Another note.",
      "does not stand",
    ],
    [
      "a word of a note lost",
      whole.replace("of some words", "of words"),
      "12:17 “some” does not stand in a file after “A note of”",
    ],
    ["a note lost", whole.replace("[1] A note of some words.", ""), "12:1 “[1]” does not stand"],
    ["the number of an item lost", whole.replace("4. ", ""), "8:1 “4.” does not stand"],
    ["the number of an item changed", whole.replace("4. ", "5. "), "8:1 “4.” does not stand"],
    ["the mark of a note lost", whole.replace("thing. [1]", "thing."), "does not stand"],
    [
      "the last note lost",
      whole.replace("[2] Another note.", ""),
      "13:1 “[2]” does not stand in a file after “note of some words.”: nothing follows.",
    ],
    [
      "more after the end",
      `${whole} And more.`,
      "13:15 “And more.” stands in a file after the last word, and not in the text.",
    ],
    ["nothing", "", "5:1 “The” does not stand in a file: nothing follows."],
  ])("are missed: %s", (_, found, message) => expect(lost(found, by).join()).toContain(message));
});

describe("by letter", () => {
  it("knows a word that is divided or glued at a line's end", () => {
    expect(lost(whole.replace("sentence", "sen\u00ad\ntence").replace("last words", "lastwords"), "letter")).toEqual(
      [],
    );
    expect(lost(whole.replace("sentence", "sen-\ntence"), "word")).toHaveLength(1);
  });

  it("names the page", () => {
    const pages = ["Some words", "of a test"];
    const found = unitsOf(
      pages.flatMap((page, index) => words(page).map(({ text, key }): Found => ({ text, key, page: index + 1 }))),
      "letter",
    );
    expect(lostIn(expected(strands(statementOf({})), "letter"), found)).toMatchObject({
      lost: { text: "text." },
      before: "Some words of a",
      instead: "test",
      page: 2,
    });
  });

  it("reads from right to left as from left to right", () => {
    const persian = statementOf({ lang: "fa", body: "نه واشنگتن،\nنه تهران!\n" });
    expect(wordsLost(persian, "نه واشنگتن، نه تهران!", "a file", "letter")).toEqual([]);
    expect(wordsLost(persian, "نه نه تهران!", "a file", "letter")[0]?.message).toContain("“واشنگتن،”");
  });
});

describe("long texts", () => {
  it("are walked in time that grows with their length alone: else this ends at its time limit", () => {
    const long = statementOf({
      body: `${"the same words again and again[^1] ".repeat(3000)}\n\n[^1]: the same words again.\n`,
    });
    expect(
      wordsLost(
        long,
        `${"the same words again and again 1 ".repeat(3000)} 1 the same words again.`,
        "a file",
        "letter",
      ),
    ).toEqual([]);
  });
});

describe("once", () => {
  const body =
    "Nobody has ever said these eight or nine words before, in this order.[^1]\n\n[^1]: A note that has more words than eight, all its own.\n";
  const text = statementOf({ slug: "text", body });
  const sentence = "Nobody has ever said these eight or nine words before, in this order.";

  it("finds a run of eight words that stands outside its place", () => {
    expect(repeated([text], [], `Furniture. ${sentence}`, "a file")[0]).toMatchObject({
      code: "words-lost",
      place: { file: "text.md", line: 5 },
    });
    expect(
      repeated([text], [], "Furniture. A note that has more words than eight, all of them", "a file")[0],
    ).toMatchObject({ place: { file: "text.md", line: 7 } });
    expect(repeated([text], [], "Furniture. ever said these eight or nine words, before", "a file")).toEqual([]);
  });

  it("lets names stand anywhere", () => {
    expect(repeated([text], [sentence], sentence, "a file")).toEqual([]);
  });

  it("knows a word that is divided at a line's end", () => {
    expect(
      repeated([text], [], sentence.replace("order", "or-\nder").replace("Nobody", "No-\nbody"), "a file"),
    ).toHaveLength(1);
  });
});
