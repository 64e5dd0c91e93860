import type { Fault } from "../messages.ts";

/** Thrown if what was asked for cannot be made. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super("It cannot be made.");
    this.fault = fault;
  }
}

/** Thrown if there is a newer version than the one that was asked for. */
export class OutdatedError extends Error {}

/**
 * Asks for a file of a version. Returns undefined if there is none. Throws a FaultError if it cannot be made, and an
 * OutdatedError if there is a newer version.
 */
export async function request(path: string, version: number): Promise<Response | undefined> {
  const response = await fetch(addressOf(path, version));
  if (response.ok) return response;
  if (response.status === 404) return undefined;
  if (response.status === 410) throw new OutdatedError();
  throw new FaultError((await response.json()) as Fault);
}

/** Returns the address of a file of a version. */
export function addressOf(path: string, version: number): string {
  return `/${path}?version=${version}`;
}
