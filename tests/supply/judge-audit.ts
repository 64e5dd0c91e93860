/** What an audit found, as a sentence, and whether the packages are not to be trusted. */
export interface Verdict {
  sentence: string;
  hasFailed: boolean;
}

interface NamedPackage {
  name: string;
  version: string;
}

/**
 * Judges what `npm audit signatures --json` printed. The audit fails if a signature is wrong, or is missing from a
 * registry that signs its packages. It is skipped, with the reason, if the network or the registry gave no answer.
 */
export function judgeSignatures(output: string): Verdict {
  const { invalid, missing, reason } = parse(output) as { invalid?: NamedPackage[]; missing?: NamedPackage[] } & Answer;
  if (!invalid || !missing) return skipped("The signatures of the packages were not checked", reason);
  const bad = [...invalid, ...missing].map(({ name, version }) => `${name} ${version}`);
  return bad.length > 0
    ? { sentence: `The signatures of these packages are missing or wrong: ${bad.join(", ")}.`, hasFailed: true }
    : { sentence: "The signatures of all packages are right.", hasFailed: false };
}

/** Judges what `npm audit --json` printed. Known vulnerabilities are information, and no failure. */
export function judgeVulnerabilities(output: string): Verdict {
  type Counts = Record<string, number>;
  const { metadata, reason } = parse(output) as { metadata?: { vulnerabilities: Counts } } & Answer;
  if (!metadata) return skipped("Known vulnerabilities were not looked up", reason);
  const { total = 0, ...bySeverity } = metadata.vulnerabilities;
  const counts = Object.entries(bySeverity).flatMap(([severity, count]) => (count > 0 ? [`${count} ${severity}`] : []));
  const sentence =
    total > 0
      ? `Packages with known vulnerabilities: ${counts.join(", ")}. “npm audit --omit dev” lists them.`
      : "No package has a known vulnerability.";
  return { sentence, hasFailed: false };
}

interface Answer {
  reason: string;
}

// npm gives the reason of a failure in an object `error`, which may be empty, or as `message`.
function parse(output: string): Answer {
  try {
    const answer = JSON.parse(output) as { error?: { summary?: string }; message?: string };
    return { ...answer, reason: answer.error?.summary || answer.message || "npm gave no reason" };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { reason: "npm gave no answer" };
  }
}

function skipped(sentence: string, reason: string): Verdict {
  // The reason may have several lines, and the address of a registry with the name of its user.
  const [line = ""] = reason.replaceAll(/\/\/[^/\s]*@/g, "//").split("\n");
  return { sentence: `SKIPPED: ${sentence}: ${line}.`, hasFailed: false };
}
