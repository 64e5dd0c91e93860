import type { Artifact } from "../artifact.ts";
import type { Place, Problem } from "../problem.ts";
import { readingOf } from "./readings.ts";

/** Verifies the tags of a PDF. Problems get the place `place`. */
export async function verifyTags({ path, bytes }: Pick<Artifact, "path" | "bytes">, place: Place): Promise<Problem[]> {
  return (await readingOf(bytes)).tagFaults.map((fault) => ({
    code: "pdf-structure",
    place,
    message: `${path} does not meet PDF/UA-1: ${fault}.`,
  }));
}
