import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { textClasses } from "../../src/schemas.ts";

const read = (name: string) => readFileSync(`styles/${name}.css`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

// The rules of prose.css are part of every style sheet but that of the EPUB; those of slips are in a sheet that both have
// where a text has one.
const sheets = ["prose", "epub"].map((name) => ({ name, css: read(name) + read("slip") }));

describe("a class that a writer may give", () => {
  it.each(sheets)("has a rule in $name.css", ({ css }) => {
    expect(Object.keys(textClasses).filter((name) => !new RegExp(String.raw`\.${name}\b[^{}]*\{`).test(css))).toEqual(
      [],
    );
  });
});
