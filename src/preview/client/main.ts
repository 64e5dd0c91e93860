import type { Fault, State, Tab } from "../messages.ts";
import { byId } from "./elements.ts";
import { showFault } from "./fault.ts";
import { FaultError, OutdatedError } from "./request.ts";
import { showTabs } from "./tabs.ts";
import { pressKey, showTools, watchTools } from "./tools.ts";
import { makeView } from "./views.ts";
import type { View } from "./view.ts";

// The page of the preview. The server tells it the state; the page asks for what the open tab shows, so that nothing is
// made which nobody looks at.

/** A tab that was opened. */
interface Opened {
  view: View;
  /** What was chosen in it; empty for the first. */
  part: string;
  /** The version and the part that are to be seen. */
  shown?: string;
  /** The version and the part that could not be made, and why. */
  failed?: { wanted: string; fault: Fault };
  isBusy: boolean;
}

let state: State | undefined;
let hasEnded = false;
const all = new Map<Tab, Opened>();

const events = new EventSource("/events");
events.addEventListener("message", ({ data }: MessageEvent<string>) => {
  state = JSON.parse(data) as State;
  hasEnded = false;
  refresh();
});
events.addEventListener("error", () => {
  hasEnded = true;
  refresh();
});
addEventListener("hashchange", refresh);
watchTools({ view: () => open()?.view, choose });

// The open tab is in the address, so it stays when the page is loaded again.
function openTab(): Tab {
  const { tabs = [] } = state ?? {};
  return tabs.find((name) => location.hash === `#${name}`) ?? tabs.find((name) => name === "pamphlet") ?? tabs[0]!;
}

function open(): Opened | undefined {
  if (!state || state.version === 0) return undefined;
  const tab = openTab();
  let found = all.get(tab);
  if (!found) {
    const made: Opened = {
      part: "",
      isBusy: false,
      view: makeView(tab, {
        // The reader has gone to another part by a link, or to other pages.
        moved: (part) => {
          if (part !== undefined && !made.isBusy) {
            made.part = part;
            made.shown = wanted(made);
          }
          showTools(made.view, state!, made.part);
        },
        pressed: pressKey,
      }),
    };
    all.set(tab, (found = made));
    byId("panel").append(found.view.element);
  }
  return found;
}

function choose(part: string): void {
  open()!.part = part;
  refresh();
}

function wanted({ part }: Opened): string {
  return `${state!.version} ${part}`;
}

function refresh(): void {
  const opened = open();
  if (state) showTabs(state, openTab());
  for (const { view } of all.values()) view.element.hidden = view !== opened?.view;
  showSign();
  if (!opened) return;
  showTools(opened.view, state!, opened.part);
  void bringUpToDate(opened);
}

// What is asked for while something is being made is made afterwards, and only the latest of it.
async function bringUpToDate(opened: Opened): Promise<void> {
  if (opened.isBusy) return;
  opened.isBusy = true;
  try {
    while (opened === open() && !isUpToDate(opened)) {
      const now = wanted(opened);
      try {
        await opened.view.show(state!, opened.part);
        opened.shown = now;
        opened.failed = undefined;
      } catch (error) {
        // The next state is on its way.
        if (error instanceof OutdatedError && now === wanted(opened)) break;
        if (error instanceof FaultError) opened.failed = { wanted: now, fault: error.fault };
        else if (!(error instanceof OutdatedError)) throw error;
      }
    }
  } finally {
    opened.isBusy = false;
  }
  showTools(opened.view, state!, opened.part);
  showSign();
}

function isUpToDate(opened: Opened): boolean {
  return opened.shown === wanted(opened) || opened.failed?.wanted === wanted(opened);
}

function showSign(): void {
  const opened = open();
  const failed = opened?.failed?.wanted === (opened && wanted(opened)) ? opened?.failed : undefined;
  const fault = state?.fault ?? failed?.fault;
  showFault(fault);
  const isMaking = !state || state.isLoading || (opened !== undefined && !isUpToDate(opened));
  const hasPages = opened?.shown !== undefined;
  const sign = hasEnded ? "ended" : isMaking ? "making" : fault ? "faulty" : "current";
  const words = {
    ended: "the preview has ended",
    making: "making …",
    faulty: hasPages ? "last good version" : "nothing to show",
    current: "up to date",
  };
  byId("sign").textContent = words[sign];
  document.body.dataset["sign"] = sign;
  document.body.classList.toggle("is-old", hasPages && (hasEnded || fault !== undefined));
}
