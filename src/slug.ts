/** The most characters of a slug; chosen by eye. */
const mostCharacters = 60;

/**
 * Returns a text as a name for files and addresses: small letters of ASCII, digits and hyphens, a letter first. A text
 * that begins with a digit gets `text-` before it; a text without letters and digits becomes `text`.
 */
export async function toSlug(text: string): Promise<string> {
  const spelled = text.normalize("NFC").replace(/['’]/g, "");
  const ascii = /^[\x20-\x7e]*$/.test(spelled) ? spelled : (await import("any-ascii")).default(spelled);
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return /^[a-z]/.test(slug) ? slug : ["text", slug].filter(Boolean).join("-");
}

/** Returns a slug with an ending, `-2`, that is not longer than a slug may be: at a hyphen, what is too long is left out. */
export function endSlug(slug: string, ending = ""): string {
  const room = mostCharacters - ending.length;
  if (slug.length <= room) return slug + ending;
  const cut = slug.slice(0, room + 1);
  return cut.slice(0, cut.lastIndexOf("-") > 0 ? cut.lastIndexOf("-") : room) + ending;
}
