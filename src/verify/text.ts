import { lineMarks } from "../book/wrap.ts";
import { strands } from "../markdown.ts";
import type { Problem } from "../problem.ts";
import { readingOrder, type Artifact, type Prose, type Publication } from "../publication.ts";
import { words } from "../words.ts";
import { headLost } from "./head.ts";
import { furnitureOf, repeated } from "./once.ts";
import { expected, problem, seek, unitsOf } from "./words.ts";

/** Reads each text file that was made: the words of every text it should hold, in order, one text after the other, and once. */
export async function verifyText(publication: Publication, artifacts: Artifact[]): Promise<Problem[]> {
  return artifacts.filter(({ path }) => path.startsWith("text/")).flatMap((file) => verifyFile(publication, file));
}

function verifyFile(publication: Publication, { path, bytes }: Artifact): Problem[] {
  const statement = publication.statements.find(({ slug }) => path === `text/${slug}.txt`);
  const texts = statement ? [statement] : readingOrder(publication);
  const found = withoutMarks(new TextDecoder().decode(bytes));
  return [...lostIn(found, texts, path), ...repeated(texts, furnitureOf(publication), found, path)];
}

function lostIn(found: string, texts: Prose[], path: string): Problem[] {
  const units = unitsOf(words(found), "word");
  let from = 0;
  return texts.flatMap((text) => {
    const walk = seek(expected(strands(text), "word"), units, from);
    if (!("end" in walk)) return [problem(text, walk, path)];
    const before = units.slice(from, walk.start).map(({ word }) => word.text);
    from = walk.end;
    return headLost(text, before.join(" "), path);
  });
}

// Addresses after the words that link to them, and what lines open with, are of the edition and not of the text.
function withoutMarks(text: string): string {
  return text.split("\n").map((line) => line.replace(lineMarks, "")).join("\n").replace(/\s<(?:https?|mailto):[^>\s]+>/g, "");
}
