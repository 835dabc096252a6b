/** What a `studio` command tells the shell. The numbers are part of the contract with scripts and CI. */
export const EXIT = {
  ok: 0,
  /** Our own fault: a bug, a broken store, a server that answers 5xx. */
  fault: 1,
  /** Wrong usage, or a request that was understood and refused. */
  refused: 2,
  budget: 3,
  /** A hash, a seal or a promise did not verify. */
  verification: 4,
  /** Findings, only with `--ci`, or a regression. */
  findings: 100,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
