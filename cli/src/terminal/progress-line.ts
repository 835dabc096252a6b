/** Draws progress where a person looks: one line that is redrawn on a terminal, a line for every tenth elsewhere. */
import type { Stream } from '../io.ts';
import type { Paint } from './colours.ts';
import { type Progress, renderProgress, waitingWords } from './progress-bar.ts';

const PLAIN_WIDTH = 60;
/** A log is not told of shorter ones. */
const LONG_WAIT_MS = 3_000;

export interface ProgressLine {
  update(progress: Progress): void;
  /** Leaves the last state standing. */
  end(): void;
}

export function createProgressLine(stream: Stream, paint: Paint): ProgressLine {
  const { columns } = stream;
  let tenth = -1;
  let isDrawn = false;
  let isWaitTold = false;
  return {
    update(progress) {
      if (columns !== null) {
        const line = renderProgress(progress, columns - 1);
        stream.write(`\r\x1b[2K${progress.errors > 0 ? paint('yellow', line) : line}`);
        isDrawn = true;
        return;
      }
      const now = progress.planned === 0 ? 0 : Math.floor((progress.done / progress.planned) * 10);
      const isLongWait = progress.waitingMs >= LONG_WAIT_MS;
      if (isLongWait && !isWaitTold) stream.write(`${waitingWords(progress.waitingMs)}\n`);
      isWaitTold = isLongWait;
      if (now === tenth) return;
      tenth = now;
      stream.write(`${renderProgress(progress, PLAIN_WIDTH)}\n`);
    },
    end() {
      if (isDrawn) stream.write('\n');
      isDrawn = false;
    },
  };
}
