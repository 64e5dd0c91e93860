import type { Fault, ShownProblem } from "../messages.ts";
import { byId, make } from "./elements.ts";

/** Shows what is wrong, or nothing. */
export function showFault(fault: Fault | undefined): void {
  const panel = byId("fault");
  panel.hidden = !fault;
  if (!fault) {
    panel.replaceChildren();
    return;
  }
  const { problems, sentence } = fault;
  const heading = sentence ?? (problems.length === 1 ? "1 problem" : `${problems.length} problems`);
  panel.replaceChildren(make("h2", "", heading), make("ol", "", ...problems.map(problemElement)));
}

function problemElement({ place, code, message, hint, excerpt }: ShownProblem): HTMLElement {
  const where = `${place.file}:${place.line}:${place.column}`;
  const item = make("li", "", make("p", "where", where, " ", make("code", "", code)), make("p", "message", message));
  if (excerpt) {
    // The caret stands below the first letter at the place, however wide the letters before it are.
    const [letter = " ", ...rest] = excerpt.after;
    const line = make("bdi", "", excerpt.before, make("mark", "", letter), rest.join(""));
    item.append(make("pre", "", line));
  }
  if (hint) item.append(make("p", "hint", hint));
  return item;
}
