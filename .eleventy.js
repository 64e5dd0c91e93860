// What “eleventy --serve” reads, for the preview.
import { programOf } from "./src/program.js";

const { default: configure, config } = await import(await programOf("compile/eleventy.ts"));
export { config };
export default configure;
