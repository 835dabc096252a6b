/** `studio lineage`: show, list, export, verify, hold, release. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { LineageNode, LineageTree } from '@sacred-qa/contracts/lineage';
import type { StudioClient } from '../client.ts';
import type { Command, Commands } from '../command.ts';
import { fullLineageId } from '../lineage-id.ts';
import { type Output, writeLines } from '../output.ts';
import { noteNextPage, onePage, type Page } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { printTree } from './lineage-views.ts';

const pathOf = (id: string): string => `/lineage/${encodeURIComponent(id)}`;
const DRAWN_DEFAULT = 1000;
const PAGE_MAX = 1000;
/** Of an intention, which may be as long as a letter. */
const SHOWN_CHARS = 300;

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullLineageId(client, args.positional(0));
    const wantsBoth = args.flag('up') === args.flag('down');
    const up =
      wantsBoth || args.flag('up') ? (await client.call<NodesPage>('GET', `${pathOf(id)}/ancestors`)).nodes : [];
    const limit = args.whole('limit', 1, 100_000) ?? DRAWN_DEFAULT;
    const down = wantsBoth || args.flag('down') ? await subtree(client, id, limit) : { nodes: [], isWhole: true };
    const nodes = [...new Map([...up, ...down.nodes].map((node) => [node.lineage_id, node])).values()];
    if (up.length > 0) await noteIntention(out, client, id);
    printTree(out, nodes, id);
    if (nodes.some((node) => node.success === null)) out.note('• began; how it ended stands below it, as “finished”.');
    if (!down.isWhole) out.note(`Drawn: the first ${limit} acts. There are more: add --limit N`);
    out.json({ lineage_id: id, ancestors: up, subtree: down.nodes });
    return EXIT.ok;
  });

/** What was declared at the root; jnana's log beside it keeps the words. */
async function noteIntention(out: Output, client: StudioClient, id: string): Promise<void> {
  const query = { lineage_id: `${id.split('.')[0]}.1`, agent: 'jnana', limit: 1 };
  const answer = await client.request('GET', '/qa-logs', { query });
  if (answer.status !== 200) return;
  const [log] = answer.json<Page<{ request_json: { text?: unknown } | null }>>().items;
  const text = log?.request_json?.text;
  if (typeof text === 'string') out.note(`Intention: “${safeLine(text.slice(0, SHOWN_CHARS).toWellFormed())}”`);
}

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

const exportTree: Command = ({ args, io, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullLineageId(client, args.positional(0));
    const lines = client.lines(`${pathOf(id)}/export`);
    const file = args.text('out') ?? '-';
    if (file === '-') for await (const line of lines) io.stdout.write(`${line}\n`);
    else out.note(`${await writeLines(file, lines)} lines in ${file}`);
    return EXIT.ok;
  });

type Verdict =
  | { root_id: string; ok: true; nodes: number }
  | { root_id: string; ok: false; seq: number; reason: string };

const verify: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const verdicts =
      args.positional(0) === '' ? client.lines('/lineage/verify') : oneVerdict(client, args.positional(0));
    const summary = { ok: true, trees: 0, nodes: 0, broken: [] as Verdict[] };
    for await (const line of verdicts) {
      const verdict = JSON.parse(line) as Verdict;
      summary.trees += 1;
      if (verdict.ok) summary.nodes += verdict.nodes;
      else {
        summary.broken.push(verdict);
        const where = `${verdict.root_id}.${verdict.seq}`;
        out.print(`${out.frame.paint('red', '✗')} ${where}: ${safeLine(verdict.reason)}\n`);
      }
    }
    summary.ok = summary.broken.length === 0;
    const intact = summary.trees - summary.broken.length;
    const sign = summary.ok ? out.frame.paint('green', '✓') : out.frame.paint('red', '✗');
    out.print(`${sign} ${intact} of ${summary.trees} trees intact, ${summary.nodes} acts in them\n`);
    out.json(summary);
    return summary.ok ? EXIT.ok : EXIT.verification;
  });

async function* oneVerdict(client: StudioClient, typed: string): AsyncGenerator<string> {
  const id = await fullLineageId(client, typed);
  yield JSON.stringify(await client.call('GET', `${pathOf(id)}/verify`));
}

const hold: Command = ({ args, out, withStudio }) => {
  const reason = args.required('reason');
  return withStudio(async (client) => {
    const id = await fullLineageId(client, args.positional(0));
    const tree = await client.call<LineageTree>('PUT', `${pathOf(id)}/hold`, { body: { reason } });
    out.print(`${tree.root_id} is held: ${safeLine(tree.hold_reason ?? '')}\n`);
    out.json(tree);
    return EXIT.ok;
  });
};

const release: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullLineageId(client, args.positional(0));
    const tree = await client.call<LineageTree>('DELETE', `${pathOf(id)}/hold`);
    out.print(`${tree.root_id} is no longer held; it leaves after ${formatIst(tree.expires_at)} if nothing comes\n`);
    out.json(tree);
    return EXIT.ok;
  });

export const commands: Commands = { show, list, export: exportTree, verify, hold, release };
