/**
 * Where the metrics of a week lie: beside the sheet, as `metrics_weekN.md` and `.html`. Those that count one campaign
 * alone bear its name, `metrics_weekN_NAME.md`, and leave the week's own files as they are.
 */
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
    /** Takes the place of what was written for the same before. Throws `conflict` when the folder takes no file. */
    write(of: { week: number; campaign: string | null }, text: { markdown: string; page: string }): WrittenFiles {
      const name = `metrics_week${of.week}${of.campaign === null ? '' : `_${of.campaign}`}`;
      return { markdown: put(`${name}.md`, text.markdown), page: put(`${name}.html`, text.page) };
    },
  };
}
