import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They wait for processes and browsers: begun last, one worker would still be at them while the other has nothing to do. */
const LONG = /\/(console|serve|browser-asker)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { long = [], rest = [] } = Object.groupBy(await super.sort(files), ({ moduleId }) =>
      LONG.test(moduleId) ? 'long' : 'rest',
    );
    return [...long, ...rest];
  }
}

export default defineConfig({
  test: {
    include: [
      '{contracts,foundation,studio,platform-outreach,integration,sample-bot,web,cli,bench,house}/**/*.test.ts',
    ],
    // One database per worker, shared by its files: booting one per file costs three times the whole suite.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Against what hangs, not what is slow: a busy machine must not turn a test red.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 110_000 } },
  },
});
