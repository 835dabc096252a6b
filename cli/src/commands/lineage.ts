/** `studio lineage`: show, list, export, verify, hold, release. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { LineageNode, LineageTree } from '@sacred-qa/contracts/lineage';
import type { StudioClient } from '../client.ts';
import type { Command, Commands } from '../command.ts';
import { fullLineageId } from '../lineage-id.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';
import { printTree } from './lineage-views.ts';

const pathOf = (id: string): string => `/lineage/${encodeURIComponent(id)}`;
const DRAWN_DEFAULT = 1000;
const PAGE_MAX = 200;

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullLineageId(client, args.positional(0));
    const wantsBoth = args.flag('up') === args.flag('down');
    const up =
      wantsBoth || args.flag('up') ? (await client.call<NodesPage>('GET', `${pathOf(id)}/ancestors`)).nodes : [];
    const limit = args.whole('limit', 1, 100_000) ?? DRAWN_DEFAULT;
    const down = wantsBoth || args.flag('down') ? await subtree(client, id, limit) : { nodes: [], isWhole: true };
    const nodes = [...new Map([...up, ...down.nodes].map((node) => [node.lineage_id, node])).values()];
    printTree(out, nodes, id);
    if (!down.isWhole) out.note(`Drawn: the first ${limit} acts. There are more: add --limit N`);
    out.json({ lineage_id: id, ancestors: up, subtree: down.nodes });
    return EXIT.ok;
  });

interface NodesPage {
  nodes: LineageNode[];
  next_cursor?: string | null;
}

async function subtree(
  client: StudioClient,
  id: string,
  limit: number,
): Promise<{ nodes: LineageNode[]; isWhole: boolean }> {
  const nodes: LineageNode[] = [];
  let cursor: string | undefined;
  do {
    const asked = Math.min(PAGE_MAX, limit - nodes.length);
    const page: NodesPage = await client.call('GET', `${pathOf(id)}/subtree`, { query: { limit: asked, cursor } });
    nodes.push(...page.nodes);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && nodes.length < limit);
  return { nodes: nodes.slice(0, limit), isWhole: cursor === undefined && nodes.length <= limit };
}

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<LineageTree>(client, '/lineage', args);
    out.table(
      [
        { title: 'TREE' },
        { title: 'STATE' },
        { title: 'ACTS', align: 'right' },
        { title: 'OPEN RUNS', align: 'right' },
        { title: 'LAST EVENT' },
        { title: 'HOLD', shrinkTo: 8 },
      ],
      page.items.map((tree) => [
        tree.root_id,
        tree.state,
        String(tree.node_count),
        String(tree.open_runs),
        formatIst(tree.last_event_at),
        tree.hold ? (tree.hold_reason ?? 'yes') : '',
      ]),
      'No trees yet. One begins with: studio sankalpa declare --help',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

export const commands: Commands = { show, list };
