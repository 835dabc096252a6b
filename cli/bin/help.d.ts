/** The types of help.js, which stays plain JavaScript for the launcher. */
export interface OptionHelp {
  type: 'string' | 'boolean';
  text: string;
  value?: string;
  short?: string;
}

export interface CommandHelp {
  text: string;
  args: readonly string[];
  options: Readonly<Record<string, OptionHelp>>;
  examples: readonly string[];
}

export const NOUNS: Readonly<Record<string, string>>;
export const COMMANDS: Readonly<Record<string, CommandHelp>>;
export function overview(): string;
export function commandNamed(words: readonly string[]): string | undefined;
export function helpFor(words: readonly string[]): string | undefined;
export function helpAskedBy(argv: readonly string[]): string | undefined;
