/** The console: whoever is signed in gets the frame with its pages, everyone else the way in. */
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Route, Switch } from 'wouter';
import { ApiProblem, change, read } from './api/client.ts';
import { connection } from './api/connection.ts';
import { followLive } from './api/live.ts';
import { queryClient } from './api/queries.ts';
import { Frame } from './frame/frame.tsx';
import { PageFault } from './frame/page-fault.tsx';
import { type Session, SessionContext } from './frame/session.ts';
import { type PageRoute, routes } from './routes.ts';
import { t } from './strings/strings.ts';
import { Page } from './ui/page.tsx';
import { Loading, Problem } from './ui/state.tsx';

// Seen once a month: the pages do not wait for it.
const SignIn = lazy(() => import('./frame/sign-in.tsx').then((m) => ({ default: m.SignIn })));
/** A page whose code did not come, because nobody answered, comes once somebody does. */
const inTime = (load: PageRoute['load']) => () =>
  load().catch(async () => {
    connection.lost();
    await connection.back();
    return load();
  });
// The code of the page that was asked for comes while the session is read, not after it.
const steps = window.location.pathname.split('/');
const isAsked = (path: string): boolean => {
  const wanted = path.split('/');
  return wanted.length === steps.length && wanted.every((step, i) => step.startsWith(':') || step === steps[i]);
};
void routes
  .find(({ path }) => isAsked(path))
  ?.load()
  .catch(() => {});
const pages = routes.map((route) => ({ ...route, Component: lazy(inTime(route.load)) }));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Gate />
    </QueryClientProvider>
  );
}

const TICKET = /^#([A-Za-z0-9_-]{20,60})$/;

/** The link that a start prints carries a word after `#`, which no server log sees. It signs in once and is wiped. */
async function readSession(): Promise<Session | null> {
  const ticket = TICKET.exec(window.location.hash)?.[1];
  if (ticket !== undefined) {
    window.history.replaceState(null, '', window.location.pathname);
    await change('POST', '/session', { ticket }).catch(() => {});
  }
  try {
    return await read<Session>('/session');
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'unauthenticated') return null;
    throw error;
  }
}

function Gate() {
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  if (session.data === undefined) {
    return session.error ? <Problem error={session.error} retry={() => void session.refetch()} /> : null;
  }
  if (session.data === null) {
    return (
      <Suspense>
        <SignIn />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session.data}>
      <Pages />
    </SessionContext>
  );
}

function Pages() {
  useEffect(() => followLive(queryClient), []);
  return (
    <Frame>
      <Switch>
        {pages.map(({ path, Component }) => (
          <Route key={path} path={path}>
            <PageFault key={path}>
              <Suspense fallback={<Waiting />}>
                <Component />
              </Suspense>
            </PageFault>
          </Route>
        ))}
        <Route>
          <Page title={t.state.nothingHere} lead={t.state.nothingHereText}>
            <p>
              <Link href="/">{t.pages.today}</Link>
            </p>
          </Page>
        </Route>
      </Switch>
    </Frame>
  );
}

function Waiting() {
  return (
    <Page title={t.name}>
      <Loading />
    </Page>
  );
}
