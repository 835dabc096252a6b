/** One planned week of a campaign: where it stands, what it will send to whom, and the steps a person may take. */
import type { MailState, RecipientView } from '@sacred-qa/contracts/campaign';
import type { Goal } from '@sacred-qa/contracts/metrics';
import { Link, useParams } from 'wouter';
import type { CampaignStatus } from '../../api/outreach.ts';
import { useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { dayWords } from '../../ui/days.ts';
import { clockIst, numberIn } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from './campaigns.module.css';
import { Preview } from './preview.tsx';
import { Scores } from './scores.tsx';
import { Steps } from './steps.tsx';
import { CAMPAIGN_TONES, MAIL_TONES } from './tones.ts';

const GOALS: readonly Goal[] = ['sent', 'replies', 'bookings'];

export default function CampaignPage() {
  const { name = '' } = useParams<{ name: string }>();
  const search = useSearch();
  const mayWrite = useMay('write');
  const week = search.get('week');
  const path = `/outreach/campaigns/${name}`;
  const status = useGet<CampaignStatus>(`${path}/status`, { week_of: week });
  const mails = useGet<{ items: RecipientView[] }>(`${path}/recipients`, { week_of: week });
  const chosen = mails.data?.items.find(({ id }) => id === search.get('mail'));
  return (
    <Page
      title={status.data?.spec.title ?? name}
      above={
        <Link href="/campaigns" data-back={chosen === undefined ? true : undefined}>
          {words.all}
        </Link>
      }
      lead={status.data && `${words.week} ${dayWords(status.data.week_of)}, ${words.ist}`}
      actions={
        mayWrite && status.data && mails.data && <Steps campaign={status.data} mails={mails.data.items.length} />
      }
      wide
    >
      <Shown query={status} rows={4}>
        {(campaign) => <Overview campaign={campaign} />}
      </Shown>
      <Section title={words.recipients} aside={words.recipientsLead}>
        <Shown query={mails} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{words.noMails}</p>
            ) : (
              <Split
                label={words.preview}
                back={search.with('mail', '')}
                detail={chosen === undefined ? null : <Preview key={chosen.id} mail={chosen} />}
                list={
                  <Rows
                    label={words.recipients}
                    items={items}
                    keyOf={(mail) => mail.id}
                    tall
                    render={(mail) => (
                      <Link
                        href={search.with('mail', mail.id)}
                        aria-current={mail.id === chosen?.id ? 'true' : undefined}
                      >
                        <RowTitle>
                          {mail.prospect_id} <span className="quiet small">{words.inBatch(mail.batch, mail.step)}</span>
                        </RowTitle>
                        <Mark tone={MAIL_TONES[mail.state]} word={words.mailStates[mail.state]} />
                        <RowNote>
                          <time dateTime={mail.sent_at ?? mail.send_at}>
                            {clockIst(mail.sent_at ?? mail.send_at)} {words.ist}
                          </time>
                        </RowNote>
                      </Link>
                    )}
                  />
                }
              />
            )
          }
        </Shown>
      </Section>
      <Scores name={name} week={week} />
    </Page>
  );
}

function Overview({ campaign }: { campaign: CampaignStatus }) {
  return (
    <>
      <Facts
        facts={[
          [words.state, <Mark key="state" tone={CAMPAIGN_TONES[campaign.state]} word={words.states[campaign.state]} />],
          ...(campaign.approved_by === null || campaign.approved_at === null
            ? []
            : [
                [
                  words.approvedBy,
                  <span key="by">
                    <SaidLine text={campaign.approved_by} /> <Time at={campaign.approved_at} brief />
                  </span>,
                ] as const,
              ]),
          ...GOALS.map((goal) => [words.goal[goal], <Reached key={goal} campaign={campaign} goal={goal} />] as const),
        ]}
      />
      {campaign.messages.length > 0 && <Batches campaign={campaign} />}
    </>
  );
}

function Reached({ campaign, goal }: { campaign: CampaignStatus; goal: Goal }) {
  const [reached, wanted] = [campaign.reached[goal], campaign.goals[goal]];
  return (
    <span className={styles.reached}>
      <progress value={Math.min(reached, wanted)} max={Math.max(1, wanted)} aria-label={words.goal[goal]} />
      <span className="number small">{words.reached(reached, wanted)}</span>
    </span>
  );
}

function Batches({ campaign }: { campaign: CampaignStatus }) {
  const batches = Map.groupBy(campaign.messages, ({ batch }) => batch);
  return (
    <Section title={words.batches}>
      <ul className={styles.lines}>
        {[...batches].map(([batch, counts]) => (
          <li key={batch}>
            <span>
              {campaign.spec.batches.find(({ name }) => name === batch)?.title ?? batch}{' '}
              <span className="quiet small">{batch}</span>
            </span>
            <span className={styles.counts}>
              {countsOf(counts).map(([state, n]) => (
                <Mark key={state} tone={MAIL_TONES[state]} word={words.inState(numberIn(n), words.mailStates[state])} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** All steps of a batch together. */
function countsOf(counts: CampaignStatus['messages']): [MailState, number][] {
  const sums = new Map<MailState, number>();
  for (const { state, count } of counts) sums.set(state, (sums.get(state) ?? 0) + count);
  return [...sums];
}
