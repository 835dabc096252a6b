/** `studio serve`: the composition root serves; this only reads the flags. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';

const PORT_MAX = 65_535;

const serve: Command = async ({ args, io, config, composition }) => {
  const configured = config();
  const given = {
    ...configured,
    host: args.text('host') ?? configured.host,
    port: args.whole('port', 0, PORT_MAX) ?? configured.port,
  };
  await (await composition()).serve(given, io.interruption());
  return EXIT.ok;
};

export const commands: Commands = { '': serve };
