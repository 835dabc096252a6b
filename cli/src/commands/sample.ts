/** `studio sample`: a practice to look around in, and its removal. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';

const load: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const loaded = await client.call<{ audit: string }>('POST', '/sample');
    out.print(
      'The sample practice is loaded: a campaign of last week, answers, a booking, and an audit with findings.\n',
    );
    out.print(`Look at it: studio audit status ${loaded.audit}\nTake it away: studio sample remove\n`);
    out.json(loaded);
    return EXIT.ok;
  });

const remove: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const removed = await client.call('DELETE', '/sample');
    out.print('The sample practice is gone; nothing of it stays.\n');
    out.json(removed);
    return EXIT.ok;
  });

export const commands: Commands = { load, remove };
