import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textClasses } from "../../src/schemas.ts";

// The rules of prose.css are part of every stylesheet that prints.
const sheets = ["prose", "epub", "web"].map((name) => ({
  name,
  css: readFileSync(`styles/${name}.css`, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
}));

describe("a class that a writer may give", () => {
  it.each(sheets)("has a rule in $name.css", ({ css }) => {
    expect(Object.keys(textClasses).filter((name) => !new RegExp(String.raw`\.${name}\b[^{}]*\{`).test(css))).toEqual(
      [],
    );
  });
});
