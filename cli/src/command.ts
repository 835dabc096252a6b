/** What a command is given and gives back. */
import type { ExitCode } from '@sacred-qa/contracts/exit-codes';
import type { Config } from '@sacred-qa/foundation/config';
import type { Arguments } from './arguments.ts';
import type { StudioClient } from './client.ts';
import type { Composition } from './composition.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';

/** What a shell reports of a process that Ctrl-C ended. */
export const INTERRUPTED = 130;

export interface Context {
  args: Arguments;
  io: Io;
  out: Output;
  config(): Config;
  composition(): Promise<Composition>;
  /** Reaches the studio for the time of `work`. */
  withStudio<T>(work: (client: StudioClient) => Promise<T>): Promise<T>;
}

export type Command = (context: Context) => Promise<ExitCode | typeof INTERRUPTED>;

/** The commands of one noun by verb; a noun without verbs has its only command under ''. */
export type Commands = Readonly<Record<string, Command>>;
