// Run as a process of its own: the package unpacks into TMPDIR and changes its environment, which no one else should
// see.
import chromium from "@sparticuz/chromium";
await chromium.executablePath();
