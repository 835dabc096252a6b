/** Live updates: what the Studio tells of its commits makes what is shown here stale, and it is read again. */
import type { QueryClient } from '@tanstack/react-query';
import { connection } from './connection.ts';
import type { Resource } from './queries.ts';

/** Event names of `/events`, and what each may have changed. A new kind of event gets its line here. */
const CHANGED_BY: Record<string, readonly Resource[]> = {
  sankalpa: ['sankalpa', 'lineage', 'qa-logs', 'contacts', 'jobs', 'health'],
  sankalpa_refused: ['lineage', 'qa-logs', 'contacts'],
  audit_progress: ['audits', 'lineage', 'qa-logs'],
  audit_completed: ['audits', 'findings', 'lineage', 'qa-logs', 'sankalpa'],
  finding_changed: ['audits', 'findings', 'lineage'],
  audit_cancelled: ['audits', 'lineage', 'sankalpa'],
  outreach: ['outreach'],
};
/** Events come in bursts; a page is read again at most so often. */
const GATHER_MS = 400;
/** A stream that was refused, as by a server that is only starting, is not taken up again by the browser. */
const OPEN_AGAIN_MS = 5_000;

/** Follows the stream while the page is looked at; answers how to stop. */
export function followLive(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: number | undefined;
  let opening: number | undefined;
  const stale = new Set<Resource>();

  const flush = (): void => {
    timer = undefined;
    for (const resource of stale) void client.invalidateQueries({ queryKey: [resource] });
    stale.clear();
  };
  const mark = (resources: readonly Resource[]): void => {
    for (const resource of resources) stale.add(resource);
    timer ??= window.setTimeout(flush, GATHER_MS);
  };
  const readAllAgain = (): void => void client.invalidateQueries();

  const open = (): void => {
    source = new EventSource('/api/v1/events');
    // It tells what comes after its opening; what was read before may be older than that.
    source.addEventListener('open', readAllAgain, { once: true });
    for (const [kind, resources] of Object.entries(CHANGED_BY)) source.addEventListener(kind, () => mark(resources));
    source.addEventListener('reset', readAllAgain);
    source.addEventListener('error', () => {
      // A server that stops ends the stream too; only a call that gets no answer says that it is gone.
      void fetch('/livez', { cache: 'no-store' }).catch(() => connection.lost());
      if (source?.readyState !== EventSource.CLOSED) return;
      void client.invalidateQueries({ queryKey: ['session'] });
      close();
      opening = window.setTimeout(open, OPEN_AGAIN_MS);
    });
  };
  const close = (): void => {
    window.clearTimeout(opening);
    source?.close();
    source = null;
  };
  // A browser grants six lines to one host: tabs in the background hold none.
  const onVisibility = (): void => {
    if (document.hidden) close();
    else if (source === null) open();
  };
  let wasOnline = connection.isOnline();
  const stopWatching = connection.subscribe(() => {
    const online = connection.isOnline();
    if (online && !wasOnline) {
      close();
      open();
      readAllAgain();
    }
    wasOnline = online;
  });

  document.addEventListener('visibilitychange', onVisibility);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    stopWatching();
    window.clearTimeout(timer);
    close();
  };
}
