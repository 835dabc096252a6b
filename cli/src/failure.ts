/** Why a command stops: one sentence for a person, lines that say more, and what the shell is told. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { EXIT, type ExitCode } from '@sacred-qa/contracts/exit-codes';

export class Failure extends Error {
  readonly exit: ExitCode;
  readonly lines: readonly string[];

  constructor(exit: ExitCode, sentence: string, options: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Failure';
    this.exit = exit;
    this.lines = options.lines ?? [];
  }
}

export const usageError = (sentence: string, ...lines: string[]): Failure =>
  new Failure(EXIT.refused, sentence, { lines });

interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  request_id?: string;
  lineage_id?: string;
  errors?: { pointer: string; detail: string }[];
}

/** What an answer of 400 and above means: a problem document, or whatever else stands there. */
export function failureOfAnswer(status: number, body: string): Failure {
  const exit = status >= 500 ? EXIT.fault : EXIT.refused;
  const problem = parseProblem(body);
  if (problem === null) return new Failure(exit, `The studio answered ${status} without saying why.`);
  const lines = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`);
  if (problem.lineage_id !== undefined) lines.push(`logged as ${problem.lineage_id}`);
  if (status >= 500 && problem.request_id !== undefined) lines.push(`request ${problem.request_id}`);
  return new Failure(exit, `${problem.detail ?? problem.title ?? `Status ${status}.`} (${problem.code ?? status})`, {
    lines,
  });
}

function parseProblem(body: string): Problem | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Problem) : null;
  } catch {
    return null;
  }
}

/** Any thrown value as a failure; what is not known is a fault of ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof StudioError) {
    const lines = error.errors.map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`);
    return new Failure(error.status >= 500 ? EXIT.fault : EXIT.refused, `${error.message} (${error.code})`, {
      lines,
      cause: error,
    });
  }
  return new Failure(EXIT.fault, error instanceof Error ? error.message : String(error), { cause: error });
}
