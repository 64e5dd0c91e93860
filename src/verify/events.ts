import { formatEventTime } from "../events.ts";
import { shortenAddress } from "../names.ts";
import type { Problem } from "../problem.ts";
import type { Publication } from "../publication.ts";
import type { Event } from "../schema-event.ts";
import { keepDrawn } from "./text-head.ts";

/**
 * Verifies that a file announces every event with all that is known of it, but not in which order; or only the event at
 * an index, if that is given. `found` is the part of the file that has the events; `where` names the file in the messages.
 */
export function verifyEvents(publication: Publication, found: string, where: string, only?: number): Problem[] {
  const drawn = keepDrawn(found);
  const events = [...(publication.event ?? []).entries()].filter(([index]) => only === undefined || index === only);
  return events.flatMap(([index, event]) =>
    linesOf(event, publication.language).flatMap(([key, line]): Problem[] => {
      if (line === undefined || drawn.includes(keepDrawn(line))) return [];
      const place = publication.at("event", index, key);
      return [{ code: "words-lost", place, message: `The ${key} “${line}” of an event is missing from ${where}.` }];
    }),
  );
}

function linesOf(event: Event, language: string): [key: keyof Event, line: string | undefined][] {
  const { title, place, address, host, link } = event;
  return [
    ["title", title],
    ["time", formatEventTime(event, language)],
    ["place", place],
    ["address", address],
    ["host", host],
    ["link", link && shortenAddress(link)],
  ];
}
