/** Colours for a terminal, and plain text everywhere else. Pure. */

const CODES = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, bold: 1, dim: 2 } as const;
export type Style = keyof typeof CODES;
export type Paint = (style: Style, text: string) => string;

/** Only on a terminal that can, and never when NO_COLOR (https://no-color.org) holds anything. */
export function coloursWanted(given: { isTerminal: boolean; env: Record<string, string | undefined> }): boolean {
  return given.isTerminal && !given.env.NO_COLOR && given.env.TERM !== 'dumb';
}

export function createPaint(wanted: boolean): Paint {
  if (!wanted) return (_style, text) => text;
  return (style, text) => (text === '' ? '' : `\x1b[${CODES[style]}m${text}\x1b[0m`);
}
