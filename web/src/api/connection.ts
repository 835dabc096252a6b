/** Whether the Studio answers. Lost at the first call without an answer; found again by asking until one comes. */
import { useSyncExternalStore } from 'react';

const ASK_EVERY_MS = 1500;

function createConnection() {
  const listeners = new Set<() => void>();
  let online = true;
  let timer: number | undefined;

  const tell = (now: boolean): void => {
    if (online === now) return;
    online = now;
    for (const listener of listeners) listener();
  };

  async function ask(): Promise<void> {
    try {
      if ((await fetch('/livez', { cache: 'no-store' })).ok) {
        window.clearInterval(timer);
        timer = undefined;
        tell(true);
      }
    } catch {
      // Still away.
    }
  }

  return {
    isOnline: () => online,
    lost(): void {
      tell(false);
      timer ??= window.setInterval(() => void ask(), ASK_EVERY_MS);
    },
    /** Resolves when the Studio answers. */
    back(): Promise<void> {
      return new Promise((resolve) => {
        const stop = connection.subscribe(() => {
          stop();
          resolve();
        });
      });
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const connection = createConnection();

export const useOnline = (): boolean => useSyncExternalStore(connection.subscribe, connection.isOnline);
