/** One tree: its rows, the chosen node beside them, time below; one choice for all three. */
import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { lazy, Suspense } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { address, read } from '../../api/client.ts';
import { type Page as ListPage, useChange, useGet } from '../../api/queries.ts';
import { lineage } from '../../strings/lineage.ts';
import { t } from '../../strings/strings.ts';
import { Page } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Loading, Problem } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { nameOf } from './kind.ts';
import styles from './lineage.module.css';
import { NodeDetail } from './node-detail.tsx';
import { Timeline } from './timeline.tsx';
import { TreeGrid } from './tree-grid.tsx';
import { type TreeView, useTree, WHOLE_MOST } from './use-tree.ts';

const Drawing = lazy(() => import('./drawing.tsx').then((m) => ({ default: m.Drawing })));

const ROOT_CHARS = 36;

export default function Lineage() {
  const { id = '' } = useParams<{ id: string }>();
  const rootId = id.slice(0, ROOT_CHARS);
  const selected = id.includes('.') ? id : `${id}.0`;
  const [, go] = useLocation();
  const search = useSearch();
  const view = useTree(rootId, selected);
  const about = useGet<ListPage<SankalpaView>>('/sankalpa', { lineage_id: `${rootId}.0` });
  const select = (to: string): void => go(`/lineage/${to}${window.location.search}`, { replace: true });
  const first = about.data?.items[0];
  const node = view.path.at(-1);
  const drawn = search.get('view') === 'drawing';
  return (
    <Page
      title={first?.text.slice(0, 80) ?? t.pages.lineage}
      heading={first && <SaidLine text={first.text} lang={first.language} />}
      above={
        <Link href="/lineage" data-back>
          {t.pages.lineage}
        </Link>
      }
      lead={view.tree && <Header view={view} />}
      actions={view.tree && <Acts rootId={rootId} />}
      wide
    >
      {view.error && <Problem error={view.error} retry={view.refetch} />}
      {view.tree === undefined && view.error === null && <Loading rows={12} />}
      {view.tree && (
        <>
          <Path view={view} select={select} />
          <fieldset className={styles.views}>
            <legend className="sr-only">{lineage.view}</legend>
            <button type="button" aria-pressed={!drawn} onClick={() => search.set('view', '')}>
              {lineage.tree}
            </button>
            <button
              type="button"
              aria-pressed={drawn}
              disabled={!view.isWhole}
              title={view.isWhole ? undefined : lineage.tooLarge(WHOLE_MOST)}
              onClick={() => search.set('view', 'drawing')}
            >
              {lineage.drawing}
            </button>
          </fieldset>
          <div className={styles.panes}>
            {drawn && view.isWhole ? (
              <Suspense fallback={<Loading rows={12} />}>
                <Drawing nodes={view.nodes} ends={view.ends} selected={selected} select={select} />
              </Suspense>
            ) : (
              <TreeGrid view={view} selected={selected} select={select} />
            )}
            <section className={styles.detail} aria-label={lineage.detail}>
              {node && (
                <NodeDetail node={node} path={view.path} nodes={view.nodes} end={view.ends.get(node.lineage_id)} />
              )}
            </section>
          </div>
          <Timeline nodes={view.nodes} selected={selected} select={select} />
        </>
      )}
    </Page>
  );
}

function Header({ view }: { view: TreeView }) {
  const { tree } = view;
  if (tree === undefined) return null;
  return (
    <>
      {lineage.nodes(tree.node_count)} · {lineage.latest} <Time at={tree.last_event_at} /> ·{' '}
      {tree.hold ? lineage.held : lineage.keptUntil} {!tree.hold && <Time at={tree.expires_at} />}
    </>
  );
}

type Verdict = { ok: true; nodes: number } | { ok: false; seq: number; reason: string };

function Acts({ rootId }: { rootId: string }) {
  const verify = useChange(() => read<Verdict>(`/lineage/${rootId}/verify`), []);
  return (
    <>
      <span role="status" className={styles.verdict}>
        {verify.data?.ok && lineage.verified(verify.data.nodes)}
        {verify.data?.ok === false && lineage.broken(verify.data.seq, verify.data.reason)}
        {verify.error?.message}
      </span>
      <button type="button" disabled={verify.isPending} onClick={() => verify.mutate(undefined)}>
        {lineage.verify}
      </button>
      <a className="button" href={address(`/lineage/${rootId}/export`)} download={`${rootId}.jsonl`}>
        {lineage.exportTree}
      </a>
    </>
  );
}

function Path({ view, select }: { view: TreeView; select: (id: string) => void }) {
  return (
    <nav aria-label={lineage.path}>
      <ol className={styles.path}>
        {view.path.map((node, i) => (
          <li key={node.lineage_id}>
            <button
              type="button"
              className="plain"
              aria-current={i === view.path.length - 1 ? 'true' : undefined}
              onClick={() => select(node.lineage_id)}
            >
              {nameOf(node)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
