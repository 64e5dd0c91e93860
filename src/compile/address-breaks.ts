import type { Dom, Nodes } from "../html/dom.ts";
import { replaceInText } from "./text-nodes.ts";

/** An address that stands in a text. */
const writtenAddress = /(?:https?:\/\/|www\.)[^\s<>]+/g;

/** The scheme and the host of an address, which a line divides only after the scheme or before an @. */
const hostPattern = /^(?:[a-z]+:\/\/)?[^/]*/i;
const mayBreakInHost = /(?<=\/\/)|(?=@)/;

/** Where a line may end in the rest of an address: after a slash, and before a sign. */
const mayBreak = /(?<=\/)|(?=[.?#&=_~%,-])/;

/**
 * Lets a line end within an address without a hyphen. A hyphen that belongs to an address never ends a line, because a
 * reader might take it for one that was added.
 */
export function divideAddresses($: Dom): void {
  const divideIn = (nodes: Nodes[number][], isAddress: boolean): void => {
    for (const node of nodes) {
      if (node.type === "text")
        replaceInText($, node, isAddress ? /.+/gs : writtenAddress, (address, textOf) =>
          splitAddress(address).flatMap((piece, index) => {
            // A browser ends lines after a hyphen, but not in this element.
            const [, bound = "", rest = ""] = /^(-+.?)?(.*)$/s.exec(piece)!;
            const unbroken = bound ? $('<span class="unbroken"></span>').text(bound).toArray() : [];
            return [...(index > 0 ? $("<wbr/>").toArray() : []), ...unbroken, textOf(rest)];
          }),
        );
      else if ("attribs" in node && !$(node).is("code, pre"))
        divideIn([...node.children], isAddress || $(node).is("a.address"));
    }
  };
  divideIn($.root().contents().toArray(), false);
}

function splitAddress(address: string): string[] {
  const [host] = hostPattern.exec(address)!;
  const [first = "", ...others] = address.slice(host.length).split(mayBreak);
  const inHost = host.split(mayBreakInHost);
  return [...inHost.slice(0, -1), `${inHost.at(-1)}${first}`, ...others];
}
