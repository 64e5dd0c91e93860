// The numbers under which books (ISBN, ISO 2108) and periodicals (ISSN, ISO 3297) are sold, and their check digits.

/** Returns the digits of a number as it is written, with hyphens or spaces; an ISSN may end with an X. */
export function digitsIn(number: string): string {
  return number.replace(/[\s\u2010-\u2012-]/g, "").toUpperCase();
}

/** Returns the check digit of an ISBN, or of any other EAN of 13 digits, from the twelve before it (ISO/IEC 15420). */
export function checkDigitOfEan(digits: string): string {
  const before = Array.from(digits.slice(0, 12), Number);
  const sum = before.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Returns the check digit of an ISSN, from the seven before it: X is ten (ISO 3297, annex A). */
export function checkDigitOfIssn(digits: string): string {
  const before = Array.from(digits.slice(0, 7), Number);
  const sum = before.reduce((sum, digit, index) => sum + digit * (8 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

/**
 * Returns the 13 digits of the bar code: those of the ISBN, or else those that an ISSN has as an EAN, with 00 for the
 * usual price and edition; undefined if there is neither.
 */
export function barCodeDigitsOf({
  isbn,
  issn,
}: {
  isbn?: string | undefined;
  issn?: string | undefined;
}): string | undefined {
  if (isbn !== undefined) return digitsIn(isbn);
  if (issn === undefined) return undefined;
  const digits = `977${digitsIn(issn).slice(0, 7)}00`;
  return digits + checkDigitOfEan(digits);
}
