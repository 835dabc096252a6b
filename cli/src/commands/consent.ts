/** `studio consent`: add, withdraw, list. */
import { readFileSync } from 'node:fs';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface Consent {
  id: string;
  prospect_id: string;
  purpose: string;
  language: string;
  source: string | null;
  notice_text: string | null;
  given_at: string;
  withdrawn_at: string | null;
}

/** The ledger as a table. */
export const consentRows = (consents: readonly Consent[]): Parameters<Output['table']> => [
  [
    ...[{ title: 'ID' }, { title: 'PURPOSE' }, { title: 'GIVEN' }, { title: 'WITHDRAWN' }, { title: 'LANG' }],
    ...[
      { title: 'SOURCE', shrinkTo: 10 },
      { title: 'NOTICE', shrinkTo: 16 },
    ],
  ],
  consents.map((one) => [
    ...[one.prospect_id, one.purpose, formatIst(one.given_at)],
    ...[one.withdrawn_at === null ? '' : formatIst(one.withdrawn_at), one.language],
    ...[one.source ?? '(erased)', one.notice_text ?? '(erased)'],
  ]),
  'No consents are recorded.',
];

const add: Command = ({ args, out, withStudio }) => {
  const body = {
    prospect_id: args.positional(0),
    purpose: args.text('purpose'),
    source: args.required('source'),
    notice_text: noticeOf(args.text('notice'), args.text('notice-file')),
    language: args.required('language'),
    given_at: args.text('given-at'),
  };
  return withStudio(async (client) => {
    const consent = await client.call<Consent>('POST', '/outreach/consents', { body });
    out.table(...consentRows([consent]));
    out.json(consent);
    return EXIT.ok;
  });
};

function noticeOf(typed: string | undefined, file: string | undefined): string {
  if (typed !== undefined && file === undefined) return typed;
  if (file === undefined || typed !== undefined)
    throw usageError('Say what the person was told: either --notice "TEXT" or --notice-file FILE.');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(EXIT.refused, `${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

const withdraw: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const body = { prospect_id: args.positional(0), purpose: args.text('purpose') };
    const ended = await client.call<{ items: Consent[] }>('POST', '/outreach/consents/withdrawal', { body });
    out.table(...consentRows(ended.items));
    out.json(ended);
    return EXIT.ok;
  });

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = args.positional(0);
    const page = await onePage<Consent>(client, '/outreach/consents', args, {
      prospect_id: id === '' ? undefined : id,
    });
    out.table(...consentRows(page.items));
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

export const commands: Commands = { add, withdraw, list };
