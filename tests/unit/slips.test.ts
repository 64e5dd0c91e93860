import { describe, expect, it } from "vitest";
import { checkAttributes } from "../../src/check/attributes.ts";
import { renderHtml } from "../../src/markdown/render.ts";
import { statementOf } from "../support/publication.ts";

const render = (body: string) => renderHtml({ body, lang: "en-GB", slug: "text" }).replaceAll(/\s*\n\s*/g, "");
const faults = (body: string) =>
  checkAttributes({ texts: [statementOf({ body })], statements: [], images: [] }).map(({ message }) => message);

describe("the class of a slip", () => {
  it.each([
    ["a list", "> Words.\n>\n> - Name\n{: .slip }\n"],
    ["a paragraph", "> Words.\n>\n> Name\n{: .slip }\n"],
    ["its first paragraph", "> Words.\n> {: .slip }\n>\n> - Name\n"],
  ])("belongs to the whole quotation after %s", (_, body) => {
    const html = render(body);
    expect(html).toMatch(/^<blockquote class="slip"><p>Words\.<\/p>/);
    expect(html.match(/class=/g)).toHaveLength(1);
    expect(faults(body)).toEqual([]);
  });

  it("leaves another class where it is", () =>
    expect(render("> Words.\n>\n> - Name\n{: .slip .slogans }\n")).toContain('<ul class="slogans">'));

  it("has no effect outside a quotation", () => {
    expect(faults("- Name\n{: .slip }\n")).toEqual(["The class “slip” has no effect on a list."]);
    expect(faults("Name\n{: .slip }\n")).toEqual(["The class “slip” has no effect on a paragraph."]);
  });
});
