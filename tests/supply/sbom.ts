import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// npm run sbom writes a list of all packages that are installed with the program on any system, for other programs to
// read: CycloneDX 1.5 in JSON. It comes from the lockfile, and the same lockfile and npm give the same bytes.

const file = "sbom.cdx.json";
const parameters = ["--package-lock-only", "--omit=dev", "--sbom-format=cyclonedx", "--sbom-type=application"];
const list = JSON.parse(execFileSync("npm", ["sbom", ...parameters], { encoding: "utf8", maxBuffer: 64e6 })) as {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
};
// The number is drawn at random. The standard asks for neither it nor the time.
delete list.serialNumber;
delete list.metadata.timestamp;
// npm gives the program the name of the folder that it is in.
list.metadata.component.name = (JSON.parse(readFileSync("package.json", "utf8")) as { name: string }).name;
writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
process.stdout.write(`Wrote ${file}.\n`);
