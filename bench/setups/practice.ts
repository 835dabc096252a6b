/** A large practice, put in over the API: one tree of many nodes, and many prospects. */
import type { RunningStudio } from './studio.ts';

/** The route's own limits. */
const DECLARATIONS_A_BATCH = 500;
const PROSPECTS_A_LIST = 1000;
const NODES_A_DECLARATION = 2;
/** So many batches are on their way at once. */
const BATCHES_AT_ONCE = 4;

export interface LargePractice {
  rootId: string;
  nodes: number;
  prospects: number;
}

export async function seedLargePractice(
  studio: RunningStudio,
  size: { nodes: number; prospects: number },
): Promise<LargePractice> {
  async function post<Answer>(path: string, body: unknown): Promise<Answer> {
    const answer = await fetch(`${studio.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${studio.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as Answer;
  }

  const root = await post<{ lineage_id: string }>('/sankalpa', { text: 'The tree under which all of this hangs' });
  const declarations = Math.ceil(size.nodes / NODES_A_DECLARATION);
  const batch = (first: number): unknown => ({
    items: Array.from({ length: Math.min(DECLARATIONS_A_BATCH, declarations - first) }, (_, i) => ({
      text: `Ask help desk ${first + i} about its refunds in Hindi`,
      parent_lineage_id: root.lineage_id,
    })),
  });
  for (let first = 0; first < declarations; first += DECLARATIONS_A_BATCH * BATCHES_AT_ONCE) {
    const firsts = Array.from({ length: BATCHES_AT_ONCE }, (_, i) => first + i * DECLARATIONS_A_BATCH);
    await Promise.all(firsts.filter((at) => at < declarations).map((at) => post('/sankalpa/batch', batch(at))));
  }
  for (let first = 0; first < size.prospects; first += PROSPECTS_A_LIST) {
    const rows = Array.from({ length: Math.min(PROSPECTS_A_LIST, size.prospects - first) }, (_, i) => ({
      line: i + 2,
      cells: {
        name: `Founder ${first + i}`,
        company: `Company ${first + i}`,
        email: `founder${first + i}@company.example`,
      },
    }));
    await post('/outreach/prospects/import', { rows });
  }
  const rootId = root.lineage_id.split('.')[0] ?? '';
  const answer = await fetch(`${studio.url}/api/v1/lineage/${rootId}?limit=1`, {
    headers: { authorization: `Bearer ${studio.adminKey}` },
  });
  const { tree } = (await answer.json()) as { tree: { node_count: number } };
  return { rootId, nodes: tree.node_count, prospects: size.prospects };
}
