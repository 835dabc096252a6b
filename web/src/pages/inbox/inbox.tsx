/** The inbox: what came back beside the mail that caused it, and mails of which nobody knows whether they left. */
import type { MailRow } from '@sacred-qa/contracts/campaign';
import { INBOUND_KINDS, type InboxItem } from '@sacred-qa/contracts/inbox';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { type Page as ListPage, useChange, useGet, usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { people } from '../../strings/people.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState, Problem } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { Settle } from '../campaigns/preview.tsx';
import styles from './inbox.module.css';
import { KIND_TONES } from './kind-tones.ts';
import { Reply } from './reply.tsx';

const words = people.inbox;

export default function Inbox() {
  const search = useSearch();
  const mayWrite = useMay('write');
  const isAll = search.get('show') === 'all';
  const kind = search.get('kind');
  const { items, query, more } = usePages<InboxItem>('/outreach/inbox', {
    kind,
    handled: isAll ? undefined : 'false',
  });
  const chosen = search.get('id');
  const sync = useChange(() => change('POST', '/outreach/inbox/sync'), ['outreach']);
  return (
    <Page
      title={t.pages.inbox}
      lead={words.lead}
      actions={
        mayWrite && (
          <button type="button" disabled={sync.isPending} onClick={() => sync.mutate(undefined)}>
            {words.sync}
          </button>
        )
      }
      wide
    >
      {sync.error && <Problem error={sync.error} />}
      <InDoubt />
      <Filters label={t.list.filters}>
        <Filter label={words.show}>
          {(id) => (
            <select id={id} value={isAll ? 'all' : ''} onChange={(event) => search.set('show', event.target.value)}>
              <option value="">{words.open}</option>
              <option value="all">{words.all}</option>
            </select>
          )}
        </Filter>
        <Filter label={words.kind}>
          {(id) => (
            <select id={id} value={kind} onChange={(event) => search.set('kind', event.target.value)}>
              <option value="">{t.list.any}</option>
              {INBOUND_KINDS.map((one) => (
                <option key={one} value={one}>
                  {words.kinds[one]}
                </option>
              ))}
            </select>
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0 && chosen === ''}
        isFiltered={kind !== ''}
        empty={<Empty title={words.noneTitle} text={words.none} command={words.noneCommand} />}
      >
        <Split
          label={t.pages.inbox}
          back={search.with('id', '')}
          detail={chosen === '' ? null : <Reply key={chosen} id={chosen} />}
          list={
            <Rows
              label={t.pages.inbox}
              items={items}
              keyOf={(item) => item.id}
              more={more}
              tall
              render={(item) => (
                <Link href={search.with('id', item.id)} aria-current={item.id === chosen ? 'true' : undefined}>
                  <RowTitle>
                    <span className={item.handled_at === null ? styles.unread : undefined}>
                      <SaidLine text={item.excerpt ?? item.subject ?? words.noSubject} />
                    </span>
                  </RowTitle>
                  {chosen === '' && item.prospect_id !== null && <RowNote>{item.prospect_id}</RowNote>}
                  <Mark tone={KIND_TONES[item.kind]} word={words.kinds[item.kind]} />
                  {/* What is open says it, and the words need the room. */}
                  {chosen === '' && (
                    <RowNote>
                      <Time at={item.received_at} brief />
                    </RowNote>
                  )}
                </Link>
              )}
            />
          }
        />
      </ListState>
    </Page>
  );
}

function InDoubt() {
  const doubts = useGet<ListPage<MailRow>>('/outreach/messages', { state: 'in_doubt', limit: '50' });
  const items = doubts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={words.doubts}>
      {items.map((mail) => (
        <div key={mail.id} className={styles.doubt}>
          <p>
            <Link href={`/campaigns/${mail.campaign}?week=${mail.week_of}&mail=${mail.id}`}>
              {`${mail.prospect_id}, ${mail.campaign}`}
            </Link>{' '}
            <span className="quiet small">
              <Time at={mail.send_at} />
            </span>
          </p>
          <Settle id={mail.id} />
        </div>
      ))}
    </Section>
  );
}
