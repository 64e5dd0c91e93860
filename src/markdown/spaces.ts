const noBreakSpace = "\u00a0";
const narrowNoBreakSpace = "\u202f";
const minusSign = "\u2212";

/**
 * Changes the kind of spaces, so that no line begins with a sign that must not: a dash between spaces, the Indic full stop
 * (danda), or the Thai sign that repeats a word (mai yamok). In French, spaces inside quotes and before tall marks are
 * narrow, and the first of two dashes stays with the words between them.
 */
export function setSpaces(text: string, language: string): string {
  const isFrench = /^fr\b/.test(language);
  const spaced = (isFrench ? text.replace(pairOfDashes, ` $1${noBreakSpace}$2${noBreakSpace}$3`) : text)
    .replace(dashBetweenSpaces, noBreakSpace)
    .replace(dashOfSpeech, noBreakSpace)
    .replace(spaceBeforeMark, noBreakSpace);
  return isFrench ? spaced.replace(/ (?=[;:!?»])|(?<=«) /g, narrowNoBreakSpace) : spaced;
}

const pairOfDashes = / ([–—]) ([^–—.!?]+) ([–—])(?=[ ,;:)])/g;
const dashBetweenSpaces = /(?<=\S|^) (?=[–—](?: |$))/g;
const dashOfSpeech = /(?<=^[–—]) (?=\S)/g;
const spaceBeforeMark = / (?=[।॥ๆ])/g;

/**
 * Sets a minus where a hyphen stands for one: before a number, after a space or an opening bracket, or where a block
 * begins. A hyphen after another number may be that of a range, and stays.
 */
export function setMinus(text: string, isStartOfBlock: boolean): string {
  const set = text.replace(hyphenForMinus, minusSign);
  return isStartOfBlock ? set.replace(firstHyphen, minusSign) : set;
}

const number = String.raw`(?=\d+(?:[.,]\d+)*(?:[\s%°€$£)\],;:.!?]|$))`;
const hyphenForMinus = new RegExp(String.raw`-(?<=(?:[^\d\s]\s+|[([])-)${number}`, "g");
const firstHyphen = new RegExp(`^-${number}`);
