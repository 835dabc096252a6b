/**
 * First in, first out, one at a time: the embedded engine has a single session, so a unit of work
 * (a query, or a whole transaction) has it alone. Between units the event loop breathes once;
 * without that, a queue of queries runs as microtasks and starves every socket.
 */
export interface Gate {
  run<T>(unit: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  const waiting: (() => void)[] = [];
  let busy = false;

  function next(): void {
    const start = waiting.shift();
    if (start === undefined) busy = false;
    else start();
  }

  return {
    async run(unit) {
      if (busy) await new Promise<void>((resolve) => waiting.push(resolve));
      busy = true;
      try {
        return await unit();
      } finally {
        setImmediate(next);
      }
    },
  };
}
