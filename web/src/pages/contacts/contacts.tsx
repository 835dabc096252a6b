/** Contacts: the API's own trail of every request for a change. */
import type { ContactView } from '@sacred-qa/contracts/house';
import { Link } from 'wouter';
import { usePages } from '../../api/queries.ts';
import { house } from '../../strings/house.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Json, SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useSettled } from '../../ui/use-settled.ts';

const STATUSES = ['200', '201', '202', '204', '400', '403', '404', '409', '422', '500'];

export default function Contacts() {
  const search = useSearch();
  const endpoint = useSettled(search.get('endpoint'));
  const status = search.get('status');
  const { items, query, more } = usePages<ContactView>('/contacts', { endpoint, status });
  const chosen = items.find(({ id }) => id === search.get('id'));
  return (
    <Page title={t.pages.contacts} lead={house.contacts.lead} wide>
      <Filters label={t.list.filters}>
        <Filter label={house.contacts.endpoint}>
          {(id) => (
            <input
              id={id}
              value={search.get('endpoint')}
              placeholder={t.list.any}
              onChange={(event) => search.set('endpoint', event.target.value)}
            />
          )}
        </Filter>
        <Filter label={house.contacts.status}>
          {(id) => (
            <select id={id} value={status} onChange={(event) => search.set('status', event.target.value)}>
              <option value="">{t.list.any}</option>
              {STATUSES.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Filter>
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        isFiltered={endpoint !== '' || status !== ''}
        empty={
          <Empty title={house.contacts.noneTitle} text={house.contacts.none} command={house.contacts.noneCommand} />
        }
      >
        <Split
          label={t.pages.contacts}
          back={search.with('id', '')}
          detail={chosen === undefined ? null : <Contact contact={chosen} />}
          list={
            <Rows
              label={t.pages.contacts}
              items={items}
              keyOf={(contact) => contact.id}
              more={more}
              tall
              render={(contact) => (
                <Link
                  href={search.with('id', contact.id)}
                  aria-current={contact.id === chosen?.id ? 'true' : undefined}
                >
                  <RowTitle>
                    <code>{contact.endpoint.replace('/api/v1', '')}</code>
                  </RowTitle>
                  <StatusMark code={contact.status_code} />
                  <RowNote>
                    <Time at={contact.created_at} brief />
                  </RowNote>
                </Link>
              )}
            />
          }
        />
      </ListState>
    </Page>
  );
}

const StatusMark = ({ code }: { code: number }) => (
  <Mark tone={code < 300 ? 'passed' : code < 500 ? 'medium' : 'high'} word={String(code)} />
);

function Contact({ contact }: { contact: ContactView }) {
  return (
    <>
      <Facts
        facts={[
          [house.contacts.status, <StatusMark key="status" code={contact.status_code} />],
          [house.at, <Time key="at" at={contact.created_at} />],
          [house.contacts.client, <SaidLine key="client" text={contact.client} />],
          [house.contacts.key, <code key="key">{contact.key_id ?? '—'}</code>],
          [house.contacts.request, <code key="request">{contact.request_id}</code>],
          ...(contact.lineage_id === null
            ? []
            : [[house.lineage, <PlaceLink key="lineage" id={contact.lineage_id} />] as const]),
        ]}
      />
      <div>
        <h2>{house.given}</h2>
        <Json value={contact.request_payload} />
      </div>
      <div>
        <h2>{house.answered}</h2>
        <Json value={contact.response_payload} />
      </div>
    </>
  );
}
