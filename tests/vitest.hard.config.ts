import { defineConfig } from "vitest/config";

// In full, about an hour, what `npm test` takes a sample of.
export default defineConfig({
  test: {
    include: [
      "tests/corpora/**/*.test.ts",
      "tests/mutation/**/*.test.ts",
      "tests/cli/kills.test.ts",
      "tests/e2e/browser.test.ts",
      "tests/e2e/installed.test.ts",
      "tests/e2e/long.test.ts",
      "tests/e2e/same-bytes.test.ts",
      "tests/unit/hostile-texts.test.ts",
    ],
    env: { HARD: "1" },
    pool: "forks",
    globalSetup: "tests/support/builds-folder.ts",
    // Limits in ms, only to end a test that hangs.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
