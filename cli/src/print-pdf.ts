/** Writes a report as a PDF file. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { createPdfPrinter } from '@sacred-qa/studio/print-pdf';
import { Failure } from './failure.ts';

export async function printPdf(options: {
  html: string;
  file: string;
  env: Readonly<Record<string, string | undefined>>;
}): Promise<void> {
  const printed = await createPdfPrinter(options.env)(options.html);
  if (printed.kind === 'no_browser') {
    throw new Failure(EXIT.refused, printed.detail, {
      lines: ['The HTML report prints from any browser, too: --format html'],
    });
  }
  if (printed.kind === 'failed') throw new Failure(EXIT.fault, printed.detail, { cause: printed.cause });
  place(printed.bytes, options.file);
}

/** Beside and renamed, so that nobody reads half a file. */
function place(bytes: Buffer, file: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(EXIT.refused, `${file} cannot be written: ${(error as Error).message}.`, { cause: error });
  }
}
