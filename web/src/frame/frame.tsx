/** What stands around every page: navigation, palette, help, and word of a lost connection. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, use, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { change } from '../api/client.ts';
import { useOnline } from '../api/connection.ts';
import { routes } from '../routes.ts';
import { t } from '../strings/strings.ts';
import { classes } from '../ui/classes.ts';
import styles from './frame.module.css';
import { listenToKeys } from './keys.ts';
import { SessionContext } from './session.ts';
import { THEMES, useTheme } from './theme.ts';

// Opened now and then: the first page does not wait for them.
const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const Help = lazy(() => import('./help.tsx').then((m) => ({ default: m.Help })));

const GROUPS = ['practice', 'outreach', 'auditing', 'house'] as const;
const MENU = 'menu';

export function Frame({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<'palette' | 'help' | null>(null);
  const [path] = useLocation();
  useEffect(
    () =>
      listenToKeys({
        palette: () => setDialog('palette'),
        help: () => setDialog('help'),
        back: () => document.querySelector<HTMLAnchorElement>('[data-back]')?.click(),
      }),
    [],
  );
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t.frame.skip}
      </a>
      <header className={styles.bar}>
        <button type="button" popoverTarget={MENU} aria-label={t.frame.menu}>
          <span aria-hidden="true">☰</span>
        </button>
        <Link href="/" className={styles.name}>
          {t.name}
        </Link>
        <button type="button" onClick={() => setDialog('palette')}>
          {t.frame.search}
        </button>
      </header>
      <Navigation path={path} openPalette={() => setDialog('palette')} openHelp={() => setDialog('help')} />
      <div className={styles.content}>
        <OfflineBanner />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      <Suspense>
        {dialog === 'palette' && <Palette close={() => setDialog(null)} />}
        {dialog === 'help' && <Help close={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

function Navigation(props: { path: string; openPalette: () => void; openHelp: () => void }) {
  const menu = useRef<HTMLElement>(null);
  const { path } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a menu that led somewhere has done its work
  useEffect(() => {
    if (menu.current?.matches(':popover-open')) menu.current.hidePopover();
  }, [path]);
  const isHere = (at: string): boolean => (at === '/' ? path === '/' : path === at || path.startsWith(`${at}/`));
  return (
    <aside ref={menu} id={MENU} popover="auto" className={styles.side} aria-label={t.frame.menu}>
      <Link href="/" className={styles.name}>
        {t.name}
      </Link>
      <button type="button" className={styles.search} onClick={props.openPalette}>
        {t.frame.search} <kbd>{t.frame.paletteKey}</kbd>
      </button>
      <nav aria-label={t.frame.navigation}>
        {GROUPS.map((group) => {
          const pages = routes.filter((route) => route.group === group);
          return (
            pages.length > 0 && (
              <ul key={group} aria-label={t.groups[group]}>
                {pages.map(({ path: to, title }) => (
                  <li key={to}>
                    <Link
                      href={to}
                      className={classes(styles.link, isHere(to) && styles.here)}
                      aria-current={isHere(to) ? 'page' : undefined}
                    >
                      {title && t.pages[title]}
                    </Link>
                  </li>
                ))}
              </ul>
            )
          );
        })}
      </nav>
      <Foot openHelp={props.openHelp} />
    </aside>
  );
}

function Foot({ openHelp }: { openHelp: () => void }) {
  const session = use(SessionContext);
  const [theme, setTheme] = useTheme();
  const client = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => change('DELETE', '/session'),
    onSettled: () => {
      client.clear();
      window.location.assign('/');
    },
  });
  return (
    <div className={styles.foot}>
      <label className={styles.theme}>
        <span>{t.frame.theme}</span>
        <select value={theme} onChange={(event) => setTheme(THEMES[event.target.selectedIndex] ?? 'system')}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t.frame.themes[one]}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">
        {session?.label} ({session && t.scopes[session.scope]})
      </p>
      <p className={styles.footActions}>
        <button type="button" className="plain" onClick={openHelp}>
          {t.frame.keys}
        </button>
        <a href="/docs">{t.frame.api}</a>
        <button type="button" className="plain" onClick={() => signOut.mutate()}>
          {t.frame.signOut}
        </button>
      </p>
    </div>
  );
}

function OfflineBanner() {
  const online = useOnline();
  return <div role="status">{!online && <p className={styles.offline}>{t.frame.offline}</p>}</div>;
}
