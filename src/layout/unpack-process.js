// Runs as a process of its own: the package unpacks into TMPDIR and changes its environment, which must not reach the
// rest of the program.
import chromium from "@sparticuz/chromium";

// The reason alone is for the program that waits. Streams of the package throw where nobody can catch it.
process.once("uncaughtException", ({ message }) => {
  process.stderr.write(message, () => process.exit(1));
});
await chromium.executablePath();
