/** What every proof is given and gives back. */
export interface ProofContext {
  /** CI: few rounds. */
  small: boolean;
  /** Repeats the same random choices. */
  seed: number;
  /** An empty folder of the proof's own; removed afterwards when it passes. */
  workDir: string;
  /** Puts a new store into a data folder that is not there yet; where a creation itself is proved, none is put. */
  placeStore(dataDir: string): Promise<void>;
  /** A line on the terminal while it runs. */
  say(line: string): void;
}

export interface ProofResult {
  /** What was counted, under names that say what it is, units in the names. */
  figures: Record<string, number | string | boolean>;
  /** One sentence for each thing that went wrong; none means that the proof holds. */
  faults: string[];
  /** Why a part could not be run here. */
  skipped: string[];
}

export type Proof = (context: ProofContext) => Promise<ProofResult>;

export function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: unknown };
  const reason = message ?? String(error);
  return cause === undefined ? reason : `${reason} (${reasonOf(cause)})`;
}
