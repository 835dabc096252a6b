import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{contracts,foundation,studio,platform-outreach,integration,sample-bot,web,cli,bench,house}/**/*.test.ts',
    ],
    // One database per worker, shared by its files: booting one per file costs three times the whole suite.
    isolate: false,
    maxWorkers: 2,
    // Against what hangs, not what is slow: a busy machine must not turn a test red.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 110_000 } },
  },
});
