/** `studio jobs`: list, run, history, set. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import type { Page } from '../paging.ts';
import { formatIst, formatIstDay } from '../terminal/ist.ts';

interface JobRun {
  run_id: string;
  lineage_id: string;
  at: string;
  state: 'active' | 'in_progress' | 'completed' | 'abandoned';
  detail: unknown;
}

interface Job {
  name: string;
  cron: string;
  zone: string;
  next: string[];
  last?: Pick<JobRun, 'at' | 'state'> | null;
}

const HISTORY_MAX = 200;
const pathOf = (name: string): string => `/jobs/${encodeURIComponent(name)}`;

const list: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const jobs = await client.call<Page<Job>>('GET', '/jobs');
    const { paint } = out.frame;
    for (const job of jobs.items) {
      out.print(`${paint('bold', job.name)}  ${job.cron} (${job.zone})\n`);
      out.fields([
        ...job.next.map((at, i): [string, string] => [i === 0 ? '  next' : '  then', formatIstDay(at)]),
        ['  last', job.last ? `${formatIst(job.last.at)}, ${job.last.state}` : 'never'],
      ]);
    }
    out.json(jobs);
    return EXIT.ok;
  });

const detailOf = (detail: unknown): string =>
  detail === null || detail === undefined ? '' : typeof detail === 'string' ? detail : JSON.stringify(detail);

const run: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const ran = await client.call<JobRun>('POST', `${pathOf(args.positional(0))}/run`);
    out.fields([
      ['run', ran.run_id],
      ['state', ran.state],
      ['detail', detailOf(ran.detail)],
      ['lineage', ran.lineage_id],
    ]);
    out.json(ran);
    return ran.state === 'abandoned' ? EXIT.fault : EXIT.ok;
  });

const history: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await client.call<Page<JobRun>>('GET', `${pathOf(args.positional(0))}/history`, {
      query: { limit: args.whole('limit', 1, HISTORY_MAX) },
    });
    out.table(
      [{ title: 'TIME' }, { title: 'STATE' }, { title: 'DETAIL', shrinkTo: 16 }, { title: 'LINEAGE' }],
      page.items.map((ran) => [formatIst(ran.at), ran.state, detailOf(ran.detail), ran.lineage_id]),
      'It has not run yet.',
    );
    out.json(page);
    return EXIT.ok;
  });

const set: Command = ({ args, out, withStudio }) => {
  const schedule = { cron: args.required('cron'), zone: args.text('zone') };
  return withStudio(async (client) => {
    const job = await client.call<Job>('PUT', pathOf(args.positional(0)), { body: schedule });
    out.print(`${job.name}  ${job.cron} (${job.zone})\n`);
    out.fields(job.next.map((at, i): [string, string] => [i === 0 ? '  next' : '  then', formatIstDay(at)]));
    out.json(job);
    return EXIT.ok;
  });
};

export const commands: Commands = { list, run, history, set };
