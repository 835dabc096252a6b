/** Finds the Chromium of this machine. None is brought along: it would be larger than all the rest. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const NO_CHROMIUM =
  'No Chromium was found on this machine. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.';

/** CHROMIUM_PATH when it is set, else the first of the usual names on the PATH; null when there is none. */
export function findChromium(env: Env): string | null {
  const told = env.CHROMIUM_PATH;
  if (told !== undefined && told !== '') return isProgram(told) ? told : null;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
