import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    // A build takes seconds; a machine that does other work besides, several times as many.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
