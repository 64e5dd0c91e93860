import type { Dom, Nodes } from "../html/dom.ts";

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
      if (node.type === "text") divideText($, node, isAddress ? /.+/gs : writtenAddress);
      else if ("attribs" in node && !$(node).is("code, pre"))
        divideIn([...node.children], isAddress || $(node).is("a.address"));
    }
  };
  divideIn($.root().contents().toArray(), false);
}

function divideText($: Dom, node: Extract<Nodes[number], { type: "text" }>, address: RegExp): void {
  const parts: Nodes[number][] = [];
  const add = (text: string) => {
    const copy = $(node).clone().get(0)!;
    copy.data = text;
    if (text !== "") parts.push(copy);
  };
  let end = 0;
  for (const { 0: found, index } of node.data.matchAll(address)) {
    add(node.data.slice(end, index));
    for (const [count, piece] of splitAddress(found).entries()) {
      if (count > 0) parts.push($("<wbr/>").get(0)!);
      // A browser ends lines after a hyphen, but not in this element.
      const [, bound = "", rest = ""] = /^(-+.?)?(.*)$/s.exec(piece)!;
      if (bound) parts.push($('<span class="unbroken"></span>').text(bound).get(0)!);
      add(rest);
    }
    end = index + found.length;
  }
  if (end === 0) return;
  add(node.data.slice(end));
  $(node).replaceWith($(parts));
}

function splitAddress(address: string): string[] {
  const [host] = hostPattern.exec(address)!;
  const [first = "", ...others] = address.slice(host.length).split(mayBreak);
  const inHost = host.split(mayBreakInHost);
  return [...inHost.slice(0, -1), `${inHost.at(-1)}${first}`, ...others];
}
