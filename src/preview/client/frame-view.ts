import type { BookDocument } from "../messages.ts";
import { make } from "./elements.ts";
import { request } from "./request.ts";
import type { Part, View } from "./view.ts";

/**
 * Shows documents as a browser does, in a frame. A new version is loaded behind the old one, and takes its place when it
 * is complete. `list` returns the documents of a version; `moved` is called with the path of the document to which the
 * reader has gone, and `pressed` with the keys that are pressed inside the frame.
 */
export function frameView(
  { title, className }: { title: string; className: string },
  list: (version: number) => Promise<Part[]>,
  moved: (path: string) => void,
  pressed: (event: KeyboardEvent) => void,
): View {
  const element = make("div", `frames ${className}`);
  let current: HTMLIFrameElement | undefined;
  let parts: Part[] = [];
  const replace = async (address: string, keepsPlace: boolean): Promise<void> => {
    const previous = current;
    const frame = make("iframe", "behind");
    frame.title = title;
    frame.src = address;
    frame.addEventListener("load", () => {
      adoptDocument(frame, pressed);
      moved(pathOf(frame));
    });
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    element.append(frame);
    await loaded;
    if (keepsPlace && previous) {
      const { scrollX, scrollY } = previous.contentWindow!;
      frame.contentWindow!.scrollTo(scrollX, scrollY);
    }
    frame.classList.remove("behind");
    previous?.remove();
    current = frame;
  };
  return {
    element,
    async show({ version }, part) {
      parts = await list(version);
      const isThere = part !== "" && (await request(part, version));
      const path = isThere ? part : parts[0]!.value;
      await replace(`/${path}`, current !== undefined && pathOf(current) === path);
    },
    parts: () => parts,
  };
}

/** Returns the page with which the web edition begins; from there its links lead on. */
export async function listWebParts(version: number): Promise<Part[]> {
  const value = "web/index.html";
  await request(value, version);
  return [{ value, label: "" }];
}

/** Returns the documents of the EPUB, in the order of its spine. */
export async function listBookParts(version: number): Promise<Part[]> {
  const documents = (await (await request("book.json", version))!.json()) as BookDocument[];
  return documents.map(({ path, title }) => ({ value: `epub/${path}`, label: title }));
}

function pathOf(frame: HTMLIFrameElement): string {
  return decodeURIComponent(frame.contentWindow!.location.pathname.slice(1));
}

// Other addresses are opened beside the preview.
function adoptDocument({ contentDocument }: HTMLIFrameElement, pressed: (event: KeyboardEvent) => void): void {
  contentDocument!.addEventListener("keydown", pressed);
  contentDocument!.addEventListener("click", (event) => {
    const address = (event.target as Element).closest("a[href]")?.getAttribute("href");
    const target = address ? new URL(address, contentDocument!.baseURI) : undefined;
    if (!target || target.origin === location.origin) return;
    event.preventDefault();
    window.open(target, "_blank", "noopener");
  });
}
