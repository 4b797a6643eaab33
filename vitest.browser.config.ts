import { defineConfig } from 'vitest/config';

/** The journeys in a real Chromium: slow, one at a time, and each with a Callsheet of its own. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
