import type { State, Tab } from "../messages.ts";
import { byId, make } from "./elements.ts";

const names: Record<Tab, string> = {
  web: "Web",
  pamphlet: "Pamphlet",
  sheets: "Sheets",
  leaflets: "Leaflets",
  "large-print": "Large print",
  epub: "EPUB",
  text: "Text",
};

/** Shows the title of the publication, and a tab for each edition. */
export function showTabs({ title, tabs }: State, open: Tab): void {
  byId("title").textContent = title || "Preview";
  document.title = title ? `${title} · preview` : "Preview";
  const list = byId("tabs");
  if (list.childElementCount !== tabs.length) list.replaceChildren(...tabs.map(tabElement));
  for (const element of list.querySelectorAll<HTMLElement>("[role=tab]")) {
    const isOpen = element.id === `tab-${open}`;
    element.ariaSelected = String(isOpen);
    element.tabIndex = isOpen ? 0 : -1;
  }
  byId("panel").setAttribute("aria-labelledby", `tab-${open}`);
}

// As the ARIA Authoring Practices have tabs: the arrows go from tab to tab, and only the open one is reached by Tab.
function tabElement(tab: Tab): HTMLElement {
  const element = make("button", "", names[tab]);
  element.id = `tab-${tab}`;
  element.role = "tab";
  element.setAttribute("aria-controls", "panel");
  const open = () => void (location.hash = tab);
  element.addEventListener("click", open);
  element.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.stopPropagation();
    const siblings = [...element.parentElement!.querySelectorAll<HTMLElement>("[role=tab]")];
    const next = siblings.at((siblings.indexOf(element) + by) % siblings.length)!;
    next.focus();
    next.click();
  });
  return element;
}
