/** The line that says how far a run is. Pure. */
import { cellsOf, fitCells } from './cell-width.ts';
import { formatDuration } from './ist.ts';

export interface Progress {
  done: number;
  planned: number;
  errors: number;
  /** Done already when this command began to look; the rest of the time is judged by what came since. */
  doneAtStart: number;
  elapsedMs: number;
  /** How long nothing will be asked, because the target said so; 0 when it may be asked. */
  waitingMs: number;
}

const BAR_MAX = 30;
const BAR_MIN = 8;

/** Null until something came in to judge by. */
export function remainingMs({ done, planned, doneAtStart, elapsedMs }: Progress): number | null {
  const came = done - doneAtStart;
  return came <= 0 || elapsedMs <= 0 ? null : (elapsedMs / came) * Math.max(0, planned - done);
}

export const waitingWords = (waitingMs: number): string =>
  `waiting ${formatDuration(Math.ceil(waitingMs / 1000) * 1000)}: the target asked us to slow down`;

/** `███░░░░░ 12/40 30 % 1 error about 20 s left`, in at most `width` cells; the bar gives way first. */
export function renderProgress(progress: Progress, width: number): string {
  const { done, planned, errors } = progress;
  const fraction = planned === 0 ? 0 : Math.min(1, done / planned);
  const left = remainingMs(progress);
  const parts = [
    `${done}/${planned}`,
    `${Math.floor(fraction * 100)} %`,
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(progress.waitingMs > 0
      ? [waitingWords(progress.waitingMs)]
      : left === null || done >= planned
        ? []
        : [`about ${formatDuration(Math.ceil(left / 1000) * 1000)} left`]),
  ];
  const text = parts.join('  ');
  const room = Math.min(BAR_MAX, width - cellsOf(text) - 2);
  if (room < BAR_MIN) return fitCells(text, width);
  const filled = Math.floor(fraction * room);
  return `${'█'.repeat(filled)}${'░'.repeat(room - filled)}  ${text}`;
}
