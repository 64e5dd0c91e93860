import { createHash } from "node:crypto";

/** The SHA-256 (FIPS 180-4) of a file, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file SHA256SUMS, for `sha256sum --check` in the folder that the paths start from. */
export function checksums(files: { path: string; sha256: string }[]): Uint8Array {
  return Buffer.from(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(""));
}
