import { expect, it } from "vitest";
import type { Page } from "../../src/layout/browser.ts";
import { callInPage } from "../../src/layout/call-in-page.ts";

const pageThatAnswers = (answer: unknown): Page => ({ evaluate: async () => answer }) as unknown as Page;

it("returns what a function in the browser answers", async () => {
  expect(await callInPage(pageThatAnswers(["index"]), "listCards")).toEqual(["index"]);
});

it("names the function and the value where an answer is not what it should be", async () => {
  const layout = { pages: 1, pageOf: [["title", null]], bookmarks: [], starts: [], remarks: [] };
  const answer = callInPage(pageThatAnswers(layout), "layOut");
  await expect(answer).rejects.toThrow(/layOut\(\) returned something unexpected[^]*pageOf\[0\]\[1\]/);
});
