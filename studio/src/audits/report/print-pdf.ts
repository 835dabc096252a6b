/** Prints a report as PDF through the Chromium of this machine; the page runs nothing and reaches no network. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, NO_CHROMIUM } from '../targets/browser/find-chromium.ts';

const PATIENCE_MS = 120_000;

export type PrintedPdf =
  | { kind: 'printed'; bytes: Buffer }
  | { kind: 'no_browser'; detail: string }
  | { kind: 'failed'; detail: string; cause?: Error };

export type PdfPrinter = (html: string) => Promise<PrintedPdf>;

/** A browser takes hundreds of megabytes: pages are printed one after the other. */
export function createPdfPrinter(env: Readonly<Record<string, string | undefined>>): PdfPrinter {
  let before: Promise<unknown> = Promise.resolve();
  return (html) => {
    const printed = before.then(() => print(html, env));
    before = printed.catch(() => {});
    return printed;
  };
}

async function print(html: string, env: Readonly<Record<string, string | undefined>>): Promise<PrintedPdf> {
  const chromium = findChromium(env);
  if (chromium === null) return { kind: 'no_browser', detail: NO_CHROMIUM };
  const folder = mkdtempSync(join(tmpdir(), 'studio-pdf-'));
  try {
    const page = join(folder, 'report.html');
    const made = join(folder, 'report.pdf');
    writeFileSync(page, html);
    const fault = await runChromium(chromium, [
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
    if (fault !== null) return fault;
    const bytes = existsSync(made) ? readFileSync(made) : Buffer.alloc(0);
    if (bytes.subarray(0, 5).toString() === '%PDF-') return { kind: 'printed', bytes };
    return { kind: 'failed', detail: `${chromium} ended without a PDF. The HTML report prints from any browser.` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Null when it ended well. */
function runChromium(program: string, argv: readonly string[]): Promise<PrintedPdf | null> {
  return new Promise((resolve) => {
    const child = spawn(program, argv, {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    child.on('error', (cause) =>
      resolve({ kind: 'failed', detail: `${program} could not be started: ${cause.message}.`, cause }),
    );
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve(null);
      const how = signal === null ? `with the code ${code}` : `after ${PATIENCE_MS / 1000} s without an end`;
      resolve({ kind: 'failed', detail: `${program} ended ${how}, and made no PDF.` });
    });
  });
}
