// What “eleventy --serve” reads, for the preview.
import { importProgram } from "./src/program.js";

const { default: configure, config } = await importProgram("eleventy");
export { config };
export default configure;
