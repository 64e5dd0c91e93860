import type { State } from "../messages.ts";
import { byId } from "./elements.ts";
import { look, type Look } from "./look.ts";
import type { View } from "./view.ts";

/** The sizes between which one steps; 1 is the size on paper. */
const zooms = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

interface Tools {
  /** Returns what the open tab shows. */
  view(): View | undefined;
  choose(part: string): void;
}

let tools: Tools;

/** Makes the tools and the keys work. */
export function watchTools(used: Tools): void {
  tools = used;
  for (const [id, run] of Object.entries(commands)) byId(id).addEventListener("click", run);
  byId<HTMLSelectElement>("part").addEventListener("change", ({ target }) =>
    tools.choose((target as HTMLSelectElement).value),
  );
  document.addEventListener("keydown", pressKey);
}

/** Shows the tools that a view has, and where one is in it. */
export function showTools(view: View, state: State, part: string): void {
  const { pages } = view;
  const parts = view.parts(state);
  const select = byId<HTMLSelectElement>("part");
  select.hidden = parts.length < 2;
  const options = parts.map(({ value, label }) => new Option(label, value));
  // An open list would close.
  if (String([...select.options].map(keyOf)) !== String(options.map(keyOf))) select.replaceChildren(...options);
  select.value = parts.some(({ value }) => value === part) ? part : (parts[0]?.value ?? "");
  byId("previous").parentElement!.hidden = !pages && parts.length < 2;
  byId("zoom").hidden = byId("overlays").hidden = !pages;
  byId("place").textContent = pages?.place() ?? "";
  byId("fit").textContent = look.zoom === undefined ? "Fit" : `${look.zoom * 100} %`;
  byId("boxes").ariaPressed = String(look.boxes);
  byId("grid").ariaPressed = String(look.grid);
  byId<HTMLButtonElement>("grid").disabled = !pages?.hasGrid();
}

function keyOf({ value, label }: HTMLOptionElement): string {
  return `${value} ${label}`;
}

/** Obeys a key. */
export function pressKey(event: KeyboardEvent): void {
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("select, input, textarea")) return;
  const id = keys[event.key];
  if (!id || byId(id).closest("[hidden]")) return;
  event.preventDefault();
  commands[id]!();
}

const keys: Record<string, string> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  PageUp: "previous",
  PageDown: "next",
  "-": "smaller",
  "+": "larger",
  "=": "larger",
  "0": "fit",
  b: "boxes",
  g: "grid",
};

const commands: Record<string, () => void> = {
  previous: () => turn(-1),
  next: () => turn(1),
  smaller: () => change({ zoom: zooms.findLast((zoom) => zoom < (look.zoom ?? 1)) ?? zooms[0] }),
  larger: () => change({ zoom: zooms.find((zoom) => zoom > (look.zoom ?? 1)) ?? zooms.at(-1) }),
  fit: () => change({ zoom: undefined }),
  boxes: () => change({ boxes: !look.boxes }),
  grid: () => change({ grid: !look.grid }),
};

function change(some: Partial<Look>): void {
  Object.assign(look, some);
  tools.view()?.pages?.lookAgain();
}

function turn(by: 1 | -1): void {
  const view = tools.view();
  if (view?.pages) return view.pages.turn(by);
  const select = byId<HTMLSelectElement>("part");
  const next = select.options[select.selectedIndex + by];
  if (next) tools.choose(next.value);
}
