import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { hasSystemCode, MachineError, systemReason } from "../errors.ts";

/** A reply to a request. */
export interface Reply {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** The Content-Security-Policy of a page. */
  policy?: string;
}

/** A server that tells its pages what happens. */
export interface Serving {
  /** Where a browser finds it. */
  address: string;
  /** Sends a message to all pages; those that are opened later get the latest one. */
  send(message: unknown): void;
  close(): Promise<void>;
}

/** The port if none is asked for, and how many after it are tried if it is in use. */
const usualPort = 8080;
const portsToTry = 20;

/** Only this machine can reach it. */
const host = "127.0.0.1";

/**
 * Serves the preview to browsers on this machine: `answer` makes what is at a path, without the slash before it; `version`
 * is the one that the page asks for. Throws a MachineError if the port is in use, or if none is asked for and all usual
 * ones are.
 */
export async function serve(
  port: number | undefined,
  answer: (path: string, version: string | null) => Promise<Reply>,
): Promise<Serving> {
  const listeners = new Set<ServerResponse>();
  let latest = "";
  const server = createServer((request, response) => {
    // Only requests that name this machine: a website could give its own name our address, and read what is served.
    const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? "");
    const { pathname, searchParams } = new URL(request.url ?? "", `http://${host}`);
    if (!isOurs) write(request, response, plain(403, "This name is not that of the preview."));
    else if (request.method !== "GET" && request.method !== "HEAD")
      write(request, response, plain(405, "The preview can only be read."));
    else if (pathname === "/events") listen(response);
    else void answer(decodePath(pathname), searchParams.get("version")).then((made) => write(request, response, made));
  });
  const listen = (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(latest);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  };
  await listenOn(server, port);
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    send(message) {
      latest = `data: ${JSON.stringify(message)}\n\n`;
      for (const response of listeners) response.write(latest);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Returns a reply of one sentence. */
export function plain(status: number, sentence: string): Reply {
  return { status, type: "text/plain; charset=utf-8", body: sentence };
}

function write({ method }: IncomingMessage, response: ServerResponse, { status, type, body, policy }: Reply): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    ...(policy && { "content-security-policy": policy }),
  });
  response.end(method === "HEAD" ? undefined : body);
}

async function listenOn(server: Server, asked: number | undefined): Promise<void> {
  const ports = asked === undefined ? Array.from({ length: portsToTry }, (_, index) => usualPort + index) : [asked];
  for (const port of ports) {
    try {
      await once(server.listen(port, host), "listening");
      return;
    } catch (error) {
      if (!hasSystemCode(error, "EADDRINUSE", "EACCES"))
        throw new MachineError(`The preview cannot use port ${port}: ${systemReason(error)}.`, { cause: error });
    }
  }
  throw new MachineError(
    asked === undefined
      ? `The ports ${usualPort} to ${usualPort + portsToTry - 1} are in use. Name another one with --port.`
      : `Port ${asked} is in use. Name another one with --port, or none to take the next free one.`,
  );
}

// An address that is not well encoded names no file.
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch (error) {
    if (error instanceof URIError) return pathname;
    throw error;
  }
}
