/** One JSON line an event, on stderr. Nothing a person typed goes in, except through redaction. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';

export type Log = (line: Record<string, unknown>) => void;

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

export function createLog(deps: { level: LogLevel; write: (line: string) => void; clock: Clock }): Log {
  const least = LEVELS.indexOf(deps.level);
  return (line) => {
    const level = (line.level as LogLevel | undefined) ?? 'info';
    if (LEVELS.indexOf(level) < least) return;
    deps.write(`${JSON.stringify({ at: isoOf(deps.clock.now()), level, ...line })}\n`);
  };
}
