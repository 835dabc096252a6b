/** Cards of what outreach did: mail, reply, booking, post, campaign. Each reads what it tells from where that lives. */
import type { PostCard as Card, PlannedCampaign } from '@sacred-qa/contracts/campaign';
import type { InboxShown } from '@sacred-qa/contracts/inbox';
import { Link } from 'wouter';
import type { Booking, MailPreview } from '../../api/outreach.ts';
import { useGet } from '../../api/queries.ts';
import { campaigns } from '../../strings/campaigns.ts';
import { cards as words } from '../../strings/cards.ts';
import { people } from '../../strings/people.ts';
import { istDay } from '../../ui/days.ts';
import { wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { BOOKING_TONES, MAIL_TONES, SLOT_TONES } from '../campaigns/tones.ts';
import { KIND_TONES } from '../inbox/kind-tones.ts';
import styles from './lineage.module.css';

type Told = Record<string, unknown>;
type Fact = readonly [name: string, value: React.ReactNode];

const ROWS = 3;

const prospectFact = (id: string | null): Fact[] =>
  id === null
    ? []
    : [
        [
          words.prospect,
          <Link key="prospect" href={`/prospects?id=${encodeURIComponent(id)}`}>
            {id}
          </Link>,
        ],
      ];

/** Also of what came of a mail: an open, a click, a bounce. */
export function MailCard({ id, told }: { id: string; told: Told }) {
  const preview = useGet<MailPreview>(`/outreach/messages/${id}/preview`);
  return (
    <Shown query={preview} rows={ROWS}>
      {({ subject, prospect_id, mail }) => (
        <>
          <Facts
            facts={[
              ...visitOf(told),
              [words.subject, <SaidLine key="subject" text={subject} />],
              ...prospectFact(prospect_id),
              [words.mail, <Mark key="state" tone={MAIL_TONES[mail.state]} word={campaigns.mailStates[mail.state]} />],
              [
                mail.sent_at === null ? campaigns.sendAt : campaigns.sentAt,
                <Time key="at" at={mail.sent_at ?? mail.send_at} />,
              ],
              [campaigns.batch, `${mail.campaign}, ${campaigns.inBatch(mail.batch, mail.step)}`],
            ]}
          />
          <p className={styles.leads}>
            <Link href={`/campaigns/${mail.campaign}?week=${mail.week_of}&mail=${id}`}>{words.seeMail}</Link>
          </p>
        </>
      )}
    </Shown>
  );
}

/** Who looked, and at what; or how the mail came back. */
function visitOf({ actor, position, hard, status }: Told): Fact[] {
  if (typeof actor === 'string') {
    const tone = actor === 'human' ? 'passed' : 'neutral';
    return [
      [words.by, <Mark key="by" tone={tone} word={words.actors[actor] ?? wordsOf(actor)} />],
      ...(typeof position === 'number' ? [[words.link, String(position + 1)] as const] : []),
    ];
  }
  if (typeof hard !== 'boolean') return [];
  return [[words.bounce, `${hard ? words.forGood : words.forNow}${typeof status === 'string' ? `, ${status}` : ''}`]];
}

export function ReplyCard({ id }: { id: string }) {
  const reply = useGet<InboxShown>(`/outreach/inbox/${id}`);
  return (
    <Shown query={reply} rows={ROWS}>
      {(shown) => (
        <>
          {shown.words !== null && (
            <div className={styles.quote}>
              <Said text={shown.words} />
            </div>
          )}
          <Facts
            facts={[
              [
                people.inbox.kind,
                <Mark key="kind" tone={KIND_TONES[shown.kind]} word={people.inbox.kinds[shown.kind]} />,
              ],
              ...(shown.sentiment === null ? [] : [[people.inbox.sentiment, wordsOf(shown.sentiment)] as const]),
              ...prospectFact(shown.prospect_id),
              [people.inbox.received, <Time key="at" at={shown.received_at} />],
            ]}
          />
          <p className={styles.leads}>
            <Link href={`/inbox?show=all&id=${id}`}>{words.seeReply}</Link>
          </p>
        </>
      )}
    </Shown>
  );
}

export function BookingCard({ uid }: { uid: string }) {
  const booking = useGet<Booking>(`/outreach/bookings/${encodeURIComponent(uid)}`);
  return (
    <Shown query={booking} rows={ROWS}>
      {(shown) => (
        <>
          <Facts
            facts={[
              ...(shown.start_at === null ? [] : [[words.begins, <Time key="from" at={shown.start_at} />] as const]),
              [
                words.booking,
                <Mark
                  key="state"
                  tone={BOOKING_TONES[shown.status] ?? 'neutral'}
                  word={campaigns.bookingStates[shown.status] ?? wordsOf(shown.status)}
                />,
              ],
              ...prospectFact(shown.prospect_id),
              ...(shown.details?.title
                ? [[words.about, <SaidLine key="of" text={shown.details.title} />] as const]
                : []),
            ]}
          />
          {shown.start_at !== null && (
            <p className={styles.leads}>
              <Link href={`/campaigns?day=${istDay(shown.start_at)}`}>{words.seeCalendar}</Link>
            </p>
          )}
        </>
      )}
    </Shown>
  );
}

export function PostCard({ id }: { id: string }) {
  const post = useGet<Card>(`/outreach/posts/${id}`);
  return (
    <Shown query={post} rows={ROWS}>
      {(shown) => (
        <>
          <div className={styles.quote}>
            <Said text={shown.text} />
          </div>
          <Facts
            facts={[
              [
                words.post,
                <Mark key="state" tone={SLOT_TONES[shown.state]} word={campaigns.postStates[shown.state]} />,
              ],
              [
                shown.posted_at === null ? people.posts.due : words.posted,
                <Time key="at" at={shown.posted_at ?? shown.due_at} />,
              ],
              ...(shown.url === null ? [] : [[people.posts.url, <SaidLine key="url" text={shown.url} />] as const]),
            ]}
          />
          <p className={styles.leads}>
            <Link href={`/posts?id=${id}`}>{words.seePost}</Link>
          </p>
        </>
      )}
    </Shown>
  );
}

/** Also of a batch, and of what was learned. A campaign may run in many weeks: the id is that of one of them. */
export function CampaignCard({ told }: { told: Told }) {
  const planned = useGet<{ planned: PlannedCampaign[] }>('/outreach/campaigns');
  const campaign = planned.data?.planned.find(({ id }) => id === told.campaign);
  return (
    <>
      {typeof told.mails === 'number' && (
        <Facts
          facts={[
            [campaigns.batch, String(told.name)],
            [campaigns.recipients, String(told.mails)],
          ]}
        />
      )}
      {campaign !== undefined && (
        <p className={styles.leads}>
          <Link href={`/campaigns/${campaign.name}?week=${campaign.week_of}`}>{words.seeCampaign}</Link>
          <Link href={`/metrics?campaign=${campaign.name}&week=${campaign.week_of}`}>{words.seeMetrics}</Link>
        </p>
      )}
    </>
  );
}

export function ProspectLink({ told }: { told: Told }) {
  const { prospectId, via } = told;
  return (
    <Facts
      facts={[
        ...prospectFact(typeof prospectId === 'string' ? prospectId : null),
        ...(typeof via === 'string' ? [[words.via, wordsOf(via)] as const] : []),
      ]}
    />
  );
}
