import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Files that replace modules, change the environment of the process, or measure how long it works.
const apart = [
  "tests/cli/**/*.test.ts",
  "tests/e2e/browser.test.ts",
  "tests/unit/hostile-texts.test.ts",
  "tests/unit/swap.test.ts",
];

const shared = {
  pool: "forks",
  // Limits in ms, only to end a test that hangs: no test may fail because the machine is slow.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // The program prints more in GitHub Actions.
  env: { GITHUB_ACTIONS: "" },
} as const;

export default defineConfig({
  test: {
    // Vitest would leave a core free for itself, though it only waits.
    maxWorkers: availableParallelism(),
    globalSetup: "tests/support/builds-folder.ts",
    projects: [
      // To load the program takes longer than most tests, so files share a process, one after another.
      { test: { ...shared, name: "together", include: ["tests/**/*.test.ts"], exclude: apart, isolate: false } },
      { test: { ...shared, name: "apart", include: apart } },
    ],
  },
});
