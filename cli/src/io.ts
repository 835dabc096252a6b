/** All that a command touches of the world outside the studio, handed in so that a test can stand in for it. */
import type { Clock } from '@sacred-qa/foundation/clock';

export interface Stream {
  write(text: string): void;
  /** Cells of the terminal; null when this is none. */
  columns: number | null;
}

export interface Io {
  stdout: Stream;
  stderr: Stream;
  readStdin(): Promise<string>;
  env: Record<string, string | undefined>;
  /** The root of the studio: relative data folders and `.env.shared` are looked for here. */
  rootDir: string;
  clock: Clock;
  /** Resolves after the time, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Takes Ctrl-C over from the system: from the first call on, it aborts this signal instead of ending the process. */
  interruption(): AbortSignal;
}
