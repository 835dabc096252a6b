/** Prints a report as PDF through the Chromium of this machine; the page runs nothing and reaches no network. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { findChromium, NO_CHROMIUM } from '@sacred-qa/studio/find-chromium';
import { Failure } from './failure.ts';

const PATIENCE_MS = 120_000;

export async function printPdf(options: {
  html: string;
  file: string;
  env: Readonly<Record<string, string | undefined>>;
}): Promise<void> {
  const chromium = findChromium(options.env);
  if (chromium === null) {
    throw new Failure(EXIT.refused, NO_CHROMIUM, {
      lines: ['The HTML report prints from any browser, too: --format html'],
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'studio-pdf-'));
  try {
    const page = join(folder, 'report.html');
    const made = join(folder, 'report.pdf');
    writeFileSync(page, options.html);
    await runChromium(chromium, [
      '--headless=new',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${join(folder, 'profile')}`,
      // Chromium refuses its sandbox to root, as whom containers run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${made}`,
      pathToFileURL(page).href,
    ]);
    if (!existsSync(made) || readFileSync(made).subarray(0, 5).toString() !== '%PDF-') {
      throw new Failure(EXIT.fault, `${chromium} ended without a PDF. The HTML report prints from any browser.`);
    }
    place(made, options.file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beside and renamed, so that nobody reads half a file. */
function place(made: string, file: string): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    copyFileSync(made, beside);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(EXIT.refused, `${file} cannot be written: ${(error as Error).message}.`, { cause: error });
  }
}

function runChromium(program: string, argv: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    child.on('error', (error) =>
      reject(new Failure(EXIT.fault, `${program} could not be started: ${error.message}.`, { cause: error })),
    );
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve();
      const how = signal === null ? `with the code ${code}` : `after ${PATIENCE_MS / 1000} s without an end`;
      reject(new Failure(EXIT.fault, `${program} ended ${how}, and made no PDF.`));
    });
  });
}
