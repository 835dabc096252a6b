/** Works through a list with a few under way at a time; the first fault ends it once what is under way is done. */
export async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const faults: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      await work(item).catch((fault) => faults.push(fault));
      if (faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (faults.length > 0) throw faults[0];
}
