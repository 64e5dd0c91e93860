// Runs as a process of its own: the package unpacks into TMPDIR and changes its environment, which must not reach the
// rest of the program.
import chromium from "@sparticuz/chromium";
await chromium.executablePath();
