import type { Tab } from "../messages.ts";
import { frameView, listBookParts, listWebParts } from "./frame-view.ts";
import { pagesView } from "./pages-view.ts";
import { textView } from "./text-view.ts";
import type { View } from "./view.ts";

/** What a view tells. */
interface Listener {
  /** Other pages are to be seen, or another part, to which a link has led. */
  moved(part?: string): void;
  /** A key was pressed inside a frame. */
  pressed(event: KeyboardEvent): void;
}

/** Makes what a tab shows. */
export function makeView(tab: Tab, { moved, pressed }: Listener): View {
  const pages = { sheets: false, marksChanges: false, parts: () => [], moved: () => moved() };
  switch (tab) {
    case "web":
      return frameView({ title: "Web edition", className: "site" }, listWebParts, moved, pressed);
    case "epub":
      return frameView({ title: "EPUB", className: "book" }, listBookParts, moved, pressed);
    case "pamphlet":
      return pagesView({ ...pages, pathOf: () => "pages/pamphlet", marksChanges: true });
    case "sheets":
      return pagesView({ ...pages, pathOf: () => "pages/pamphlet", sheets: true });
    case "large-print":
      return pagesView({ ...pages, pathOf: () => "pages/large-print" });
    case "leaflets":
      return pagesView({
        ...pages,
        pathOf: (slug) => `pages/leaflet-${slug}`,
        parts: ({ texts }) => texts.map(({ slug, name }) => ({ value: slug, label: name })),
      });
    case "text":
      return textView();
  }
}
