/**
 * Text that came from outside, made safe to print: an audited bot must not be able to move the cursor, rename the
 * window or turn the line around. Pure.
 */

// Bidirectional overrides and isolates reorder what a reader sees of a whole line.
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS = /\p{Cc}/gu;
const REPLACEMENT = '\ufffd';

/** Keeps line breaks and tabs. */
export const safeText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, (control) => (control === '\n' || control === '\t' ? control : REPLACEMENT))
    .replace(BIDI_CONTROLS, '');

/** One line: breaks and tabs become spaces. */
export const safeLine = (text: string): string => safeText(text).replace(/\s+/g, ' ').trim();
