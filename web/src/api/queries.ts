/** How pages read and change what the Studio holds. A query's key begins with its resource, which live events name. */
import {
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ApiProblem, read } from './client.ts';
import { connection } from './connection.ts';

/** The first step of the path: `/audits/1/findings` belongs to `audits`. */
export type Resource =
  | 'session'
  | 'health'
  | 'sankalpa'
  | 'lineage'
  | 'qa-logs'
  | 'contacts'
  | 'targets'
  | 'packs'
  | 'audits'
  | 'findings'
  | 'engagements'
  | 'brand'
  | 'jobs'
  | 'keys'
  | 'db'
  | 'outreach'
  | 'sample';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The Studio may well be on this machine: a browser that has no network can still reach it.
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) => error instanceof ApiProblem && error.code === 'offline' && failures < 1,
      retryDelay: 500,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

queryClient.getQueryCache().subscribe(({ query, type }) => {
  if (type !== 'updated') return;
  const { error } = query.state;
  if (!(error instanceof ApiProblem)) return;
  if (error.code === 'offline') connection.lost();
  if (error.code === 'unauthenticated' && query.queryKey[0] !== 'session') {
    void queryClient.invalidateQueries({ queryKey: ['session'] });
  }
});

const resourceOf = (path: string): Resource => path.split('/')[1] as Resource;

type Filter = Record<string, string | undefined>;

export function useGet<Answer>(
  path: string,
  filter: Filter = {},
  options: { enabled?: boolean; refetchInterval?: number } = {},
): UseQueryResult<Answer, Error> {
  return useQuery<Answer, Error>({
    queryKey: [resourceOf(path), path, filter],
    queryFn: ({ signal }) => read<Answer>(path, filter, signal),
    ...options,
  });
}

export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

const PAGE_SIZE = 100;

/** A list that is read on as the reader scrolls. */
export function usePages<Item>(path: string, filter: Filter = {}, options: { enabled?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey: [resourceOf(path), path, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Item>>(path, { ...filter, limit: PAGE_SIZE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    ...options,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    items,
    query,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}

/** A change, after which the named resources are read again. */
export function useChange<Given, Answer>(
  act: (given: Given) => Promise<Answer>,
  resources: readonly Resource[],
  done?: (answer: Answer, given: Given) => void,
) {
  const client = useQueryClient();
  return useMutation<Answer, Error, Given>({
    mutationFn: act,
    onSuccess: (answer, given) => done?.(answer, given),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'offline') connection.lost();
    },
    // Also a refusal leaves its mark: in the contacts, and for a sankalpa in the lineage.
    onSettled: () => {
      for (const resource of [...resources, 'contacts']) void client.invalidateQueries({ queryKey: [resource] });
    },
  });
}
