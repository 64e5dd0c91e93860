import { createHash } from "node:crypto";

/** Returns the SHA-256 (FIPS 180-4) of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Makes a file SHA256SUMS, for `sha256sum --check` in the folder that the paths are relative to. */
export function formatChecksums(files: { path: string; sha256: string }[]): Uint8Array {
  return Buffer.from(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(""));
}
