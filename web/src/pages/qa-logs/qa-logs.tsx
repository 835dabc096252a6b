/** QA logs: each exchange of an agent or a target, word for word. */
import type { QaLogView } from '@sacred-qa/contracts/house';
import { Link } from 'wouter';
import { usePages } from '../../api/queries.ts';
import { house } from '../../strings/house.ts';
import { t } from '../../strings/strings.ts';
import { Filter, Filters } from '../../ui/field.tsx';
import { wordsOf } from '../../ui/format.ts';
import { Facts, Page } from '../../ui/page.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Json, SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { useSettled } from '../../ui/use-settled.ts';

export default function QaLogs() {
  const search = useSearch();
  const agent = useSettled(search.get('agent'));
  const model = useSettled(search.get('model'));
  const { items, query, more } = usePages<QaLogView>('/qa-logs', { agent, model });
  const chosen = items.find(({ id }) => id === search.get('id'));
  return (
    <Page title={t.pages.qaLogs} lead={house.qaLogs.lead} wide>
      <Filters label={t.list.filters}>
        {(['agent', 'model'] as const).map((name) => (
          <Filter key={name} label={house.qaLogs[name]}>
            {(id) => (
              <input
                id={id}
                value={search.get(name)}
                placeholder={t.list.any}
                onChange={(event) => search.set(name, event.target.value)}
              />
            )}
          </Filter>
        ))}
      </Filters>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        isFiltered={agent !== '' || model !== ''}
        empty={<Empty title={house.qaLogs.noneTitle} text={house.qaLogs.none} command={house.qaLogs.noneCommand} />}
      >
        <Split
          label={t.pages.qaLogs}
          back={search.with('id', '')}
          detail={chosen === undefined ? null : <Exchange log={chosen} />}
          list={
            <Rows
              label={t.pages.qaLogs}
              items={items}
              keyOf={(log) => log.id}
              more={more}
              tall
              render={(log) => (
                <Link href={search.with('id', log.id)} aria-current={log.id === chosen?.id ? 'true' : undefined}>
                  <RowTitle>
                    <SaidLine text={lineOf(log.request_json)} />
                  </RowTitle>
                  <RowNote>{wordsOf(log.agent_id)}</RowNote>
                  <RowNote>
                    <Time at={log.created_at} brief />
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

/** The most telling line of what was given: the last thing said, the last question asked, or the text that was declared. */
function lineOf(given: unknown): string {
  if (typeof given === 'string') return given;
  if (given === null || typeof given !== 'object') return JSON.stringify(given) ?? '';
  const { messages, turns, text } = given as Record<string, unknown>;
  const said = Array.isArray(messages) ? messages.at(-1) : undefined;
  const line = said?.text ?? said?.content ?? (Array.isArray(turns) ? turns.at(-1) : undefined) ?? text;
  return typeof line === 'string' ? line : JSON.stringify(given);
}

function Exchange({ log }: { log: QaLogView }) {
  return (
    <>
      <Facts
        facts={[
          [house.qaLogs.agent, wordsOf(log.agent_id)],
          [house.qaLogs.model, <SaidLine key="model" text={log.model} />],
          [house.at, <Time key="at" at={log.created_at} />],
          [house.lineage, <PlaceLink key="lineage" id={log.lineage_id} />],
        ]}
      />
      <div>
        <h2>{house.given}</h2>
        <Json value={log.request_json} />
      </div>
      <div>
        <h2>{house.answered}</h2>
        <Json value={log.response_json} />
      </div>
    </>
  );
}
