/** `studio sample-bot`: the bundled bot on this machine, with faults planted as asked, until Ctrl-C. */
import { once } from 'node:events';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { FAULT_NAMES, FAULTS, type FaultName, isFaultName, startSampleBot } from '@sacred-qa/sample-bot';
import type { Command, Commands, Context } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { nearest } from '../suggest.ts';

const PORT_MAX = 65_535;
const DEFAULT_PORT = 7301;

const run: Command = async ({ args, io, out }) => {
  if (args.flag('list-faults')) {
    out.fields(FAULT_NAMES.map((name) => [name, FAULTS[name]]));
    return EXIT.ok;
  }
  const faults = faultsNamed(args);
  const port = args.whole('port', 0, PORT_MAX) ?? DEFAULT_PORT;
  const stop = io.interruption();
  const bot = await started(port, faults);
  out.print(`The sample bot answers at ${bot.url}, model sample-bot, ${saidOf(faults)}.\n\n`);
  out.print(`Audit it with: studio audit run --target ${bot.url} --model sample-bot\nStop it with Ctrl-C.\n`);
  if (!stop.aborted) await once(stop, 'abort');
  await bot.close();
  return EXIT.ok;
};

function faultsNamed(args: Context['args']): FaultName[] {
  const names = args.words('faults') ?? [];
  if (names.length === 1 && names[0] === 'all') return FAULT_NAMES;
  const unknown = names.find((name) => !isFaultName(name));
  if (unknown === undefined) return names.filter(isFaultName);
  const meant = nearest(unknown, FAULT_NAMES);
  throw usageError(
    `There is no fault "${unknown}".`,
    meant === undefined ? 'See: studio sample-bot --list-faults' : `Did you mean: ${meant}`,
  );
}

async function started(port: number, faults: readonly FaultName[]) {
  try {
    return await startSampleBot({ port, faults });
  } catch (error) {
    const lines = port === 0 ? [] : ['Stop that program, or take another port: studio sample-bot --port 0'];
    throw new Failure(EXIT.refused, (error as Error).message, { lines, cause: error });
  }
}

function saidOf(faults: readonly FaultName[]): string {
  if (faults.length === 0) return 'without planted faults';
  return `with ${faults.length} planted ${faults.length === 1 ? 'fault' : 'faults'}`;
}

export const commands: Commands = { '': run };
