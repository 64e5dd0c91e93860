// Times of day, as the items of a programme and the cells of a table begin with them.

const minutes = String.raw`[:.hH]\p{Nd}{2}|\p{Zs}?[hH]\p{Zs}?\p{Nd}{2}`;
const suffix = String.raw`\p{Zs}?(?:[ap]m|[ap]\.[mM]\.|[AP]M|Uhr|hrs?|h)(?!\p{L})`;
const joint = String.raw`\p{Zs}?[–—-]\p{Zs}?|\p{Zs}(?:to|until|bis|à|تا)\p{Zs}`;
const moment = String.raw`\p{Nd}{1,2}(?:(?:${minutes})(?:${suffix})?|${suffix})`;
const timePattern = new RegExp(String.raw`^(?:(?:${moment}|\p{Nd}{1,2})(?:${joint}))?${moment}[,;:]?(?=$|\p{Zs})`, "u");

/** 19.30 may be a number as well. With anything more, as in “19.30 Uhr”, it is a time. */
const mayBeNumber = /^\p{Nd}{1,2}\.\p{Nd}{2}$/u;

/**
 * Returns the time of day, or the two times, with which a text begins: 19:00, 7 pm, 19.30 Uhr, 14:00–15:30; nothing if
 * it begins with none.
 */
export function readTime(text: string): string | undefined {
  const time = timePattern.exec(text)?.[0];
  return time && [...time.matchAll(/(\p{Nd}{1,2})(?:\D{1,3}(\p{Nd}{2}))?/gu)].every(isOfDay) ? time : undefined;
}

/** Whether a text begins with what can be nothing but a time of day. */
export function beginsWithTime(text: string): boolean {
  const time = readTime(text);
  return time !== undefined && !mayBeNumber.test(time);
}

function isOfDay([, hour = "", minute = "00"]: RegExpExecArray): boolean {
  return numberOf(hour) <= 24 && numberOf(minute) < 60;
}

// Returns the value of digits of any script. In Unicode, the ten digits of a script follow each other from zero on.
function numberOf(digits: string): number {
  return [...digits].reduce((sum, digit) => 10 * sum + valueOf(digit.codePointAt(0)!), 0);
}

function valueOf(digit: number): number {
  let zero = digit;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (digit - zero) % 10;
}
