// How far signs hang beyond the edge of a column, as shares of their width, so that the edge looks straight: a sign that
// is mostly white is seen as a gap. Chosen by eye.

const atEnd: Record<string, number> = {
  ".": 0.6,
  ",": 0.6,
  "-": 0.5,
  "\u2010": 0.5,
  "’": 0.6,
  "”": 0.5,
  ":": 0.3,
  ";": 0.3,
  "\u2013": 0.2,
  "\u2014": 0.15,
  "!": 0.15,
  "?": 0.15,
  ")": 0.1,
  "»": 0.3,
};
const atStart: Record<string, number> = { "‘": 0.6, "“": 0.5, "«": 0.3, "(": 0.1 };

/** Returns what share of a sign hangs at the end of a line, or at its start. */
export function hangingShare(sign: string, edge: "start" | "end"): number {
  return (edge === "end" ? atEnd : atStart)[sign] ?? 0;
}
