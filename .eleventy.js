// tsx has to be registered before the configuration, which is TypeScript, is imported.
import "tsx/esm";
const { default: configure, config } = await import("./src/compile/eleventy.ts");
export { config };
export default configure;
