import { describe, expect, it } from "vitest";
import { forPrint } from "../../src/compile/for-print.ts";
import { renderHtml } from "../../src/markdown/render.ts";

function print(body: string, acronyms: "capitals" | "small-capitals"): string {
  const html = renderHtml({ body, lang: "en", slug: "text" });
  return forPrint(html, { lang: "en" }, { print: { acronyms, links: "none", short: {} } }).trim();
}

describe("acronyms", () => {
  it("stay as they are written", () => {
    expect(print("NATO and the UN.", "capitals")).toBe("<p>NATO and the UN.</p>");
  });

  it.each([
    ["NATO, MI6 and NGOs", "<p>{NATO}, {MI6} and {NGO}s</p>"],
    ["*EU* and COVID-19", "<p><em>{EU}</em> and {COVID}-19</p>"],
    ["I saw A and X1, McDONALD and iPHONE", "<p>I saw A and X1, McDONALD and iPHONE</p>"],
    ["NO WAR ON IRAN", "<p>NO WAR ON IRAN</p>"],
    ["## NATO\n\n`NATO`", "<h2>NATO</h2>\n<p><code>NATO</code></p>"],
    ["ΝΑΤΟ and НАТО", "<p>{ΝΑΤΟ} and {НАТО}</p>"],
  ])("are marked for small capitals, and nothing else is: %s", (body, expected) => {
    expect(print(body, "small-capitals")).toBe(expected.replace(/\{(.+?)\}/g, '<span class="acronym">$1</span>'));
  });
});
