import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { shrink, stretch, type Room, type TextPiece } from "../../src/layout/setting/break-lines.ts";

// Has TeX break paragraphs that were measured elsewhere. It gets no letters and no fonts: a piece is a rule of its width,
// a space is glue, and a hyphen is a kern of its width that a line has at its end. A px is written as a pt.

const run = promisify(execFile);

/** A paragraph to break. */
export interface Measured {
  pieces: TextPiece[];
  room: Room;
}

/** Returns why TeX cannot run on this machine; undefined if it can. */
export async function findNoTex(): Promise<string | undefined> {
  return run("tex", ["--version"]).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** Returns for each paragraph the pieces after which TeX ends a line. Writes its files into a folder. */
export async function breakWithTex(paragraphs: Measured[], folder: string): Promise<number[][]> {
  const file = path.join(folder, "lines.tex");
  await writeFile(file, [settings, ...paragraphs.map(composeParagraph), "\\end\n"].join("\n"));
  // TeX ends with an error status because each \showbox counts as an error; what it found is in its log either way.
  await run("tex", ["-interaction=batchmode", `-output-directory=${folder}`, file]).catch(() => {});
  return readLog(await readFile(path.join(folder, "lines.log"), "latin1"), paragraphs.length);
}

// All else is as plain TeX has it: \linepenalty=10, \hyphenpenalty=\exhyphenpenalty=50, \adjdemerits=10000,
// \doublehyphendemerits=10000, \finalhyphendemerits=5000. The tolerance is the most that is not endless: with 10000, one
// line of a difficult paragraph would be left with all of its white. Such a paragraph gets \emergencystretch instead.
const settings = `\\pretolerance=-1 \\tolerance=9999 \\emergencystretch=20pt \\parskip=0pt
\\hbadness=10000 \\hfuzz=16000pt \\vfuzz=16000pt \\showboxbreadth=100000 \\showboxdepth=2`;

function composeParagraph({ pieces, room }: Measured): string {
  const items = pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    return [...composePiece(piece), ...(next ? composeBreak(piece, next) : [])];
  });
  return [
    `\\setbox1\\vbox{\\hsize=${points(room.measure)}\\parindent=${points(room.indent)}\\indent`,
    ...items,
    "\\par}\\showbox1",
  ].join("%\n");
}

// No-break spaces stand between two rules, since TeX would drop glue at the beginning of a line.
function composePiece({ width, inside }: TextPiece): string[] {
  if (inside === 0) return [rule(width)];
  return [rule(width - inside), "\\nobreak", glue(inside), "\\hbox{}"];
}

// What hangs at the end of a line makes it shorter: it is taken away before the break, and given back after it if no line
// ends there. At the beginning of a line TeX drops what comes before the first box, so this stands after an empty one.
function composeBreak({ space, hyphen, endsDashed, hangs }: TextPiece, next: TextPiece): string[] {
  const start = next.hangs.start === 0 ? [] : ["\\hbox{}", "\\nobreak", `\\hskip${points(-next.hangs.start)}`];
  const back = next.hangs.start;
  if (hyphen !== undefined || (space === 0 && endsDashed)) {
    const end = (hyphen ?? 0) - hangs.end;
    return [`\\discretionary{\\kern${points(end)}}{}{}\\nobreak`, `\\hskip${points(back)}`, ...start];
  }
  return ["\\nobreak", `\\hskip${points(-hangs.end)}`, "\\penalty0", glue(space, space + hangs.end + back), ...start];
}

function rule(width: number): string {
  return `\\vrule height0pt depth0pt width${points(width)}`;
}

// Glue that stretches and shrinks as a space does, and is as wide as that unless another width is given.
function glue(space: number, width = space): string {
  return `\\hskip${points(width)} plus${points(space * stretch)} minus${points(space * shrink)}`;
}

function points(length: number): string {
  return `${length.toFixed(5)}pt`;
}

// In the log a paragraph is a \vbox, with lines of the form `.\hbox(0.0+0.0)x290.0, glue set 0.3`, each followed by
// what is in it: `..\rule(0.0+0.0)x12.3`.
function readLog(log: string, count: number): number[][] {
  const boxes = log.split(/^> \\box1=$/m).slice(1);
  if (boxes.length !== count) throw new Error(`TeX set ${boxes.length} of ${count} paragraphs.`);
  return boxes.map((box) => {
    const lines = box.split(/^\.\\hbox/m).slice(1);
    const ends: number[] = [];
    let piece = -1;
    for (const line of lines) {
      piece += line.match(/^\.\.\\rule/gm)?.length ?? 0;
      ends.push(piece);
    }
    return ends.slice(0, -1);
  });
}
