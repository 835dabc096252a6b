/** Where the metrics of a week lie: beside the sheet, as `metrics_weekN.md` and `metrics_weekN.html`. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';

export interface WrittenFiles {
  markdown: string;
  page: string;
}

export type WeekFiles = ReturnType<typeof createWeekFiles>;

export function createWeekFiles(folder: string) {
  /** Beside and renamed: a reader never sees half a file. */
  function put(name: string, text: string): string {
    const file = join(folder, name);
    const beside = `${file}.${process.pid}.part`;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(beside, text);
      renameSync(beside, file);
    } catch (error) {
      throw new StudioError('conflict', `${file} cannot be written: ${(error as Error).message}.`, { cause: error });
    }
    return file;
  }

  return {
    /** Takes the place of what was written for that week before. Throws `conflict` when the folder takes no file. */
    write: (week: number, text: { markdown: string; page: string }): WrittenFiles => ({
      markdown: put(`metrics_week${week}.md`, text.markdown),
      page: put(`metrics_week${week}.html`, text.page),
    }),
  };
}
