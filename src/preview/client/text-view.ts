import { make } from "./elements.ts";
import { request } from "./request.ts";
import type { View } from "./view.ts";

/** Shows the plain text of the whole publication. */
export function textView(): View {
  const text = make("pre", "");
  const element = make("div", "desk text", text);
  element.tabIndex = 0;
  return {
    element,
    async show({ version, slug }) {
      text.textContent = await (await request(`text/${slug}.txt`, version))!.text();
    },
    parts: () => [],
  };
}
