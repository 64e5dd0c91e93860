import { expect, test } from "vitest";
import type { Problem } from "../../src/problem.ts";
import { mergeProblems } from "../../src/verify/merge-problems.ts";

const problem = (message: string, line = 1, code: Problem["code"] = "words-lost"): Problem => ({
  code,
  message,
  place: { file: "text.md", line, column: 1 },
});
const paths = ["print/x-a5.pdf", "print/x-a5.pdf.txt", "text/x.txt", "epub/x.epub"];
const messages = (...problems: Problem[]) => mergeProblems(problems, paths).map(({ message }) => message);

test("one cause in several files becomes one problem", () => {
  expect(
    messages(
      problem("“word” is missing from print/x-a5.pdf, page 3: nothing follows."),
      problem("“word” is missing from text/x.txt: “world” follows instead."),
    ),
  ).toEqual(["“word” is missing from print/x-a5.pdf, page 3: nothing follows. The same is true of text/x.txt."]);
  expect(
    messages(
      problem("print/x-a5.pdf does not have the title “A”."),
      problem("epub/x.epub does not have the title “A”."),
    ),
  ).toEqual(["print/x-a5.pdf does not have the title “A”. The same is true of epub/x.epub."]);
});

test("problems that differ in word, place or code are kept apart", () => {
  const one = problem("“word” is missing from text/x.txt.");
  for (const other of [
    problem("“other” is missing from epub/x.epub."),
    problem("“word” is missing from epub/x.epub.", 2),
    problem("“word” is missing from epub/x.epub.", 1, "epub-invalid"),
  ]) {
    expect(messages(one, other)).toHaveLength(2);
  }
});

test("the same problem twice in one file becomes one, which names no other file", () => {
  expect(messages(problem("“a” is missing from text/x.txt."), problem("“a” is missing from text/x.txt."))).toEqual([
    "“a” is missing from text/x.txt.",
  ]);
});
