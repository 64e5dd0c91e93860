/** Returns the ids of the social cards, from the top, once their fonts are loaded. */
export async function listCards(): Promise<string[]> {
  await document.fonts.ready;
  return [...document.querySelectorAll(".card")].map(({ id }) => id);
}
