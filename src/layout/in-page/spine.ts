/** Parts of its size by which the title is made smaller until it fits; chosen by eye. */
const step = 0.97;

/** Makes the title of a spine smaller until it is no longer than its line. */
export async function fitSpine(): Promise<void> {
  await document.fonts.ready;
  const title = document.querySelector<HTMLElement>(".spine-title")!;
  for (let size = parseFloat(getComputedStyle(title).fontSize); title.scrollWidth > title.clientWidth; size *= step)
    title.style.fontSize = `${size * step}px`;
}
