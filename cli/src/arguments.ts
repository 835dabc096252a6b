/** Turns a command line into checked values, by the same list that the help is printed from. */
import { parseArgs } from 'node:util';
import { COMMANDS, commandNamed, NOUNS } from '../bin/help.js';
import { usageError } from './failure.ts';
import { nearest } from './suggest.ts';

export interface Arguments {
  /** A positional by its place; the parser has checked that required ones are there. */
  positional(index: number): string;
  text(option: string): string | undefined;
  /** Refuses the command when the option is missing. */
  required(option: string): string;
  flag(option: string): boolean;
  /** A whole number within bounds. */
  whole(option: string, min: number, max: number): number | undefined;
  /** A number of at least 0, such as 12.5. */
  amount(option: string): number | undefined;
  /** A number between 0 and 1, neither of them. */
  share(option: string): number | undefined;
  /** Comma-separated words. */
  words(option: string): string[] | undefined;
  oneOf<const Choice extends string>(option: string, choices: readonly Choice[]): Choice | undefined;
}

export interface CommandLine {
  name: string;
  args: Arguments;
}

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const name = commandNamed(argv.slice(0, 3));
  if (name === undefined) throw unknownCommand(argv);
  return { name, args: parseArguments(name, argv.slice(name.split(' ').length)) };
}

function unknownCommand([noun = '', verb]: readonly string[]) {
  if (!Object.hasOwn(NOUNS, noun)) {
    const meant = nearest(noun, Object.keys(NOUNS));
    return usageError(`There is no command "${noun}".`, meant ? `Did you mean: studio ${meant}` : 'See: studio --help');
  }
  const verbs = Object.keys(COMMANDS).flatMap((name) =>
    name.startsWith(`${noun} `) ? [name.slice(noun.length + 1)] : [],
  );
  if (verb === undefined || verb.startsWith('-')) {
    return usageError(`"studio ${noun}" needs one of: ${verbs.join(', ')}.`, `See: studio ${noun} --help`);
  }
  const below = verbs.filter((known) => known.startsWith(`${verb} `));
  if (below.length > 0) {
    return usageError(
      `"studio ${noun} ${verb}" needs one of: ${below.map((known) => known.slice(verb.length + 1)).join(', ')}.`,
      `See: studio ${noun} --help`,
    );
  }
  const meant = nearest(verb, verbs);
  return usageError(
    `There is no command "${noun} ${verb}".`,
    meant ? `Did you mean: studio ${noun} ${meant}` : `There are: ${verbs.join(', ')}`,
  );
}

function parseArguments(name: string, argv: readonly string[]): Arguments {
  const command = COMMANDS[name];
  if (command === undefined) throw new RangeError(`${name} is no command`);
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, { type, short }]) => [option, short ? { type, short } : { type }]),
  );
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw badOption(error as Error, name, Object.keys(options));
  }
  const { positionals, values } = parsed;
  const missing = command.args.slice(positionals.length).find((arg) => !arg.startsWith('['));
  if (missing !== undefined) throw usageError(`${missing} is missing.`, `Example: ${command.examples[0]}`);
  const extra = positionals[command.args.length];
  if (extra !== undefined) {
    throw usageError(`"${extra}" is one argument too many. Put quotes around a text that holds spaces.`, seeHelp(name));
  }
  return createArguments(name, positionals, values);
}

const seeHelp = (name: string): string => `See: studio ${name} --help`;

function badOption(error: Error, name: string, known: readonly string[]) {
  const unknown = /^Unknown option '(-+)([^']*)'/.exec(error.message);
  if (unknown === null) return usageError(error.message.split('\n')[0] ?? error.message, seeHelp(name));
  const meant = nearest(unknown[2] ?? '', known);
  return usageError(
    `"studio ${name}" has no option ${unknown[1]}${unknown[2]}.`,
    meant === undefined ? seeHelp(name) : `Did you mean: --${meant}`,
  );
}

function createArguments(name: string, positionals: readonly string[], values: Record<string, unknown>): Arguments {
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positional: (index) => positionals[index] ?? '',
    text,
    required(option) {
      const value = text(option);
      if (value === undefined || value.trim() === '') throw usageError(`--${option} is missing.`, seeHelp(name));
      return value;
    },
    flag: (option) => values[option] === true,
    whole(option, min, max) {
      const value = text(option);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!/^\d+$/.test(value) || number < min || number > max) {
        throw usageError(`--${option} takes a whole number from ${min} to ${max}, not "${value}".`);
      }
      return number;
    },
    amount(option) {
      const value = text(option)?.replace(/^₹\s?/, '');
      if (value === undefined) return undefined;
      if (!/^\d+(\.\d+)?$/.test(value)) {
        throw usageError(`--${option} takes a number such as 12.5, not "${value}".`);
      }
      return Number(value);
    },
    share(option) {
      const value = text(option);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!/^[\d.]+$/.test(value) || !(number > 0 && number < 1)) {
        throw usageError(`--${option} takes a number between 0 and 1, such as 0.05; not "${value}".`);
      }
      return number;
    },
    words(option) {
      const list = text(option)
        ?.split(',')
        .map((word) => word.trim());
      if (list?.some((word) => word === '')) throw usageError(`--${option} takes names with commas between them.`);
      return list;
    },
    oneOf(option, choices) {
      const value = text(option);
      if (value === undefined) return undefined;
      const choice = choices.find((known) => known === value);
      if (choice === undefined) throw usageError(`--${option} takes ${choices.join(', ')}; not "${value}".`);
      return choice;
    },
  };
}
