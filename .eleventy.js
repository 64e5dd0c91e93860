// What “npx eleventy” reads: it writes every document of statements/ into .preview/. The preview is “npm run dev”.
import { importProgram } from "./src/program.js";

const { default: configure, config } = await importProgram("eleventy");
export { config };
export default configure;
