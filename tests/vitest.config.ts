import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    globalSetup: "tests/support/builds-folder.ts",
    // Limits in ms, only to end a test that hangs: no test may fail because the machine is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
