/** One mail that came back: what was written, the mail that caused it, and what a person says of it. */
import { INBOUND_KINDS, type InboundKind, type InboxShown } from '@sacred-qa/contracts/inbox';
import { useState } from 'react';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import type { MailPreview } from '../../api/outreach.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { campaigns } from '../../strings/campaigns.ts';
import { people } from '../../strings/people.ts';
import { wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './inbox.module.css';
import { KIND_TONES } from './kind-tones.ts';

const words = people.inbox;

export function Reply({ id }: { id: string }) {
  const reply = useGet<InboxShown>(`/outreach/inbox/${id}`);
  return (
    <Shown query={reply} rows={10}>
      {(shown) => (
        <>
          <h2>
            <SaidLine text={shown.subject ?? words.noSubject} />
          </h2>
          <Facts
            facts={[
              [words.kind, <Mark key="kind" tone={KIND_TONES[shown.kind]} word={words.kinds[shown.kind]} />],
              ...(shown.from === null ? [] : [[words.from, <Said key="from" text={shown.from} />] as const]),
              [words.received, <Time key="at" at={shown.received_at} />],
              ...(shown.sentiment === null ? [] : [[words.sentiment, wordsOf(shown.sentiment)] as const]),
              ...(shown.prospect_id === null
                ? []
                : [
                    [
                      words.prospect,
                      <Link key="who" href={`/prospects?id=${shown.prospect_id}`}>
                        {shown.prospect_id}
                      </Link>,
                    ] as const,
                  ]),
            ]}
          />
          <Marking shown={shown} />
          <div className={styles.beside}>
            <section aria-label={words.wrote}>
              <h3>{words.wrote}</h3>
              {shown.words === null ? (
                <p className="quiet">{words.noWords}</p>
              ) : (
                <Said text={shown.words === '' ? (shown.excerpt ?? '') : shown.words} />
              )}
            </section>
            <Cause shown={shown} />
          </div>
        </>
      )}
    </Shown>
  );
}

/** A kind acts at once, also on who may be written to: it is chosen first, and only a press of the button says it. */
function Marking({ shown }: { shown: InboxShown }) {
  const mayWrite = useMay('write');
  const [kind, setKind] = useState<InboundKind | ''>('');
  const mark = useChange(
    (what: { handled: boolean } | { kind: InboundKind }) => change('PATCH', `/outreach/inbox/${shown.id}`, what),
    ['outreach', 'lineage'],
  );
  if (!mayWrite) return null;
  return (
    <>
      <form
        className={styles.acts}
        onSubmit={(event) => {
          event.preventDefault();
          if (kind !== '') mark.mutate({ kind });
        }}
      >
        <button
          type="button"
          disabled={mark.isPending}
          onClick={() => mark.mutate({ handled: shown.handled_at === null })}
        >
          {shown.handled_at === null ? words.markRead : words.markUnread}
        </button>
        <select
          aria-label={words.isKind}
          value={kind}
          onChange={(event) => setKind(INBOUND_KINDS[event.target.selectedIndex - 1] ?? '')}
        >
          <option value="">{`${words.isKind}…`}</option>
          {INBOUND_KINDS.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
        <button type="submit" disabled={mark.isPending || kind === '' || kind === shown.kind}>
          {words.setKind}
        </button>
      </form>
      <p className="quiet small">{words.corrected}</p>
      {mark.error && <Problem error={mark.error} />}
    </>
  );
}

function Cause({ shown }: { shown: InboxShown }) {
  const cause = shown.caused_by;
  const preview = useGet<MailPreview>(`/outreach/messages/${cause?.mail}/preview`, {}, { enabled: cause !== null });
  return (
    <section aria-label={words.cause} className={styles.cause}>
      <h3>{words.cause}</h3>
      {cause === null ? (
        <p className="quiet">{words.noCause}</p>
      ) : (
        <>
          <p className="small">
            <Link href={`/campaigns/${cause.campaign}?week=${cause.week_of}&mail=${cause.mail}`}>
              {`${cause.campaign}, ${campaigns.inBatch(cause.batch, cause.step)}`}
            </Link>
            {cause.sent_at !== null && (
              <>
                {' '}
                <Time at={cause.sent_at} />
              </>
            )}
          </p>
          <Shown query={preview} rows={6}>
            {(mail) => (
              <>
                <p>
                  <strong>
                    <SaidLine text={mail.subject} />
                  </strong>
                </p>
                <Said text={mail.text} />
              </>
            )}
          </Shown>
        </>
      )}
    </section>
  );
}
