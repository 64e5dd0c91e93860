/**
 * Writes Markdown paragraphs of invented words, all different, with notes spread over them; the same text each time.
 */
export function longText(paragraphs: number, notes: number): string {
  const word = inventWords();
  const sentence = (length: number) =>
    `${Array.from({ length }, word)
      .join(" ")
      .replace(/^./, (letter) => letter.toUpperCase())}.`;
  const texts = Array.from({ length: paragraphs }, (_, index) => {
    const marks = Array.from({ length: notes }, (_, note) => note + 1).filter(
      (note) => Math.floor(((note - 1) * paragraphs) / notes) === index,
    );
    const parts = marks.map((mark) => `${sentence(14)} ${sentence(9).replace(/\.$/, "")}.[^${mark}]`);
    return [...parts, sentence(17), sentence(23), sentence(11)].join(" ");
  });
  const notesBelow = Array.from({ length: notes }, (_, index) => `[^${index + 1}]: ${sentence(8 + (index % 5) * 9)}`);
  return `${[...texts, ...notesBelow].join("\n\n")}\n`;
}

function inventWords(): () => string {
  const [consonants, vowels] = ["bdfglmnprstvz", "aeiou"];
  let count = 0;
  return () => {
    // A prime factor (7919) and a remainder (65³) scatter consecutive numbers, so that neighbouring words are unlike.
    let number = (++count * 7919) % 274_625;
    const syllables = 2 + (count % 3);
    return Array.from({ length: syllables }, () => {
      const syllable = consonants[number % 13]! + vowels[Math.floor(number / 13) % 5]!;
      number = Math.floor(number / 65);
      return syllable;
    }).join("");
  };
}
