/** `studio sankalpa`: declare, list, show, close. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { type SankalpaView, sankalpaStatus } from '@sacred-qa/contracts/sankalpa';
import type { Command, Commands } from '../command.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

interface Declared {
  id: string;
  lineage_id: string;
  status?: string;
  language?: string;
  script?: string;
}

interface Waiting {
  pending_id: string;
  deadline_at: string;
}

const pathOf = (id: string): string => `/sankalpa/${encodeURIComponent(id)}`;

const declare: Command = async ({ args, io, out, withStudio }) => {
  const typed = args.positional(0);
  const declaration = {
    text: typed === '-' ? (await io.readStdin()).trim() : typed,
    context: args.text('context'),
    kind: args.text('kind'),
    parent_lineage_id: args.text('parent'),
  };
  return withStudio(async (client) => {
    const answer = await client.call<Declared | Waiting>('POST', '/sankalpa', { body: declaration });
    if ('pending_id' in answer) {
      out.fields([
        ['waiting', answer.pending_id],
        ['until', formatIst(answer.deadline_at)],
      ]);
    } else {
      out.fields([
        ['sankalpa', answer.id],
        ['lineage', answer.lineage_id],
        ['status', answer.status ?? ''],
        ['language', [answer.language, answer.script].filter((part) => part !== undefined).join(', ')],
      ]);
    }
    out.json(answer);
    return EXIT.ok;
  });
};

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const status = args.oneOf('status', sankalpaStatus.options);
    const query = { q: args.text('q'), status, kind: args.text('kind') };
    const page = await onePage<SankalpaView>(client, '/sankalpa', args, query);
    out.table(
      [
        { title: 'SANKALPA' },
        { title: 'STATUS' },
        { title: 'KIND', shrinkTo: 8 },
        { title: 'LANG' },
        { title: 'CREATED' },
        { title: 'TEXT', shrinkTo: 16 },
      ],
      page.items.map((item) => [item.id, item.status, item.kind, item.language, formatIst(item.created_at), item.text]),
      'No intentions found.',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

function fieldsOf(item: SankalpaView): [string, string][] {
  return [
    ['sankalpa', item.id],
    ['text', item.text],
    ['context', item.context ?? ''],
    ['kind', item.kind],
    ['status', item.status],
    ['language', `${item.language}, ${item.script}`],
    ['source', item.source === null ? '' : `${item.source} ${item.source_event_id ?? ''}`],
    ['created', formatIst(item.created_at)],
    ['updated', formatIst(item.updated_at)],
    ['lineage', item.lineage_id],
  ];
}

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const item = await client.call<SankalpaView>('GET', pathOf(args.positional(0)));
    out.fields(fieldsOf(item));
    out.json(item);
    return EXIT.ok;
  });

const close: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const status = args.flag('abandon') ? 'abandoned' : 'completed';
    const item = await client.call<SankalpaView>('PATCH', pathOf(args.positional(0)), { body: { status } });
    out.fields(fieldsOf(item));
    out.json(item);
    return EXIT.ok;
  });

export const commands: Commands = { declare, list, show, close };
