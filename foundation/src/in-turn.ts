/** Steps of which each is taken, whatever became of those before. */

/** Takes the steps one after the other. Throws the first fault, once all were taken. */
export async function inTurn(steps: readonly (() => unknown)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}
