/** One mail exactly as it will be sent: on a desk, on a phone, as plain text, and its headers. */
import type { RecipientView } from '@sacred-qa/contracts/campaign';
import { address, change } from '../../api/client.ts';
import type { MailPreview } from '../../api/outreach.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { classes } from '../../ui/classes.ts';
import { bytes } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Facts } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from './campaigns.module.css';
import { MAIL_TONES } from './tones.ts';

const DEVICES = ['desktop', 'phone', 'text', 'headers'] as const;
type Device = (typeof DEVICES)[number];

export function Preview({ mail }: { mail: RecipientView }) {
  const search = useSearch();
  const preview = useGet<MailPreview>(`/outreach/messages/${mail.id}/preview`);
  const device = DEVICES.find((one) => one === search.get('as')) ?? 'desktop';
  return (
    <Shown query={preview} rows={12}>
      {(shown) => (
        <>
          <h3>
            <SaidLine text={shown.subject} />
          </h3>
          <Facts
            facts={[
              [words.prospect, <Said key="to" text={shown.to} />],
              [
                mail.sent_at === null ? words.sendAt : words.sentAt,
                <Time key="at" at={mail.sent_at ?? mail.send_at} />,
              ],
              [words.state, <Mark key="state" tone={MAIL_TONES[mail.state]} word={words.mailStates[mail.state]} />],
              [words.size, bytes(shown.bytes)],
            ]}
          />
          {mail.state === 'in_doubt' && <Settle id={mail.id} />}
          <fieldset aria-label={words.preview} className={styles.acts}>
            {DEVICES.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === device}
                onClick={() => search.set('as', one === 'desktop' ? '' : one)}
              >
                {words.devices[one]}
              </button>
            ))}
          </fieldset>
          <As device={device} shown={shown} />
        </>
      )}
    </Shown>
  );
}

/** The frame may do nothing at all, and the page in it says so itself once more. */
function As({ device, shown }: { device: Device; shown: MailPreview }) {
  if (device === 'text') return <Said text={shown.text} />;
  if (device === 'headers') {
    return <Facts facts={shown.headers.map(({ name, value }) => [name, <Said key={name} text={value} />])} />;
  }
  if (!shown.has_page) return <p className="quiet">{words.noPage}</p>;
  return (
    <iframe
      className={classes(styles.mail, device === 'phone' && styles.phone)}
      title={words.frameTitle(shown.prospect_id)}
      sandbox=""
      src={address(`/outreach/messages/${shown.id}/page`)}
    />
  );
}

/** Nobody but a person can say what became of it. */
export function Settle({ id }: { id: string }) {
  const mayWrite = useMay('write');
  const settle = useChange(
    (sent: boolean) => change('POST', `/outreach/messages/${id}/settle`, { sent }),
    ['outreach', 'lineage'],
  );
  return (
    <div className={styles.doubt}>
      <p>{words.inDoubtText}</p>
      {mayWrite && (
        <p className={styles.acts}>
          <button type="button" disabled={settle.isPending} onClick={() => settle.mutate(true)}>
            {words.wasSent}
          </button>
          <button type="button" disabled={settle.isPending} onClick={() => settle.mutate(false)}>
            {words.wasNotSent}
          </button>
        </p>
      )}
      {settle.error && <Problem error={settle.error} />}
    </div>
  );
}
