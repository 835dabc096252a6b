/** The steps of a campaign's life that a person may take from where it stands. */
import type { CampaignState } from '@sacred-qa/contracts/campaign';
import { use, useState } from 'react';
import { change } from '../../api/client.ts';
import type { CampaignStatus, CopyCheck } from '../../api/outreach.ts';
import { useChange } from '../../api/queries.ts';
import { SessionContext } from '../../frame/session.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { dayWords } from '../../ui/days.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/state.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import styles from './campaigns.module.css';
import { Copy } from './copy.tsx';

type Step = 'start' | 'pause' | 'resume';
const STEPS: Partial<Record<CampaignState, Step>> = { approved: 'start', running: 'pause', paused: 'resume' };
const MAY_PLAN: ReadonlySet<CampaignState> = new Set(['planned', 'approved']);
const HAS_ENDED: ReadonlySet<CampaignState> = new Set(['cancelled', 'done']);

export function Steps({ campaign, mails }: { campaign: CampaignStatus; mails: number }) {
  const [approving, setApproving] = useState(false);
  const path = `/outreach/campaigns/${campaign.name}`;
  const week = { week_of: campaign.week_of };
  const lead = useChange((step: Step | 'cancel') => change('POST', `${path}/${step}`, week), ['outreach', 'lineage']);
  const plan = useChange(() => change<CopyCheck>('POST', `${path}/plan`, week), ['outreach']);
  const next = STEPS[campaign.state];
  const fault = lead.error ?? plan.error;
  return (
    <>
      {!HAS_ENDED.has(campaign.state) && (
        <SureButton
          says={words.cancel}
          asks={words.cancelSure}
          disabled={lead.isPending}
          act={() => lead.mutate('cancel')}
        />
      )}
      {MAY_PLAN.has(campaign.state) && (
        <button type="button" disabled={plan.isPending} onClick={() => plan.mutate(undefined)}>
          {words.planAgain}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="primary" disabled={lead.isPending} onClick={() => lead.mutate(next)}>
          {words[next]}
        </button>
      )}
      {campaign.state === 'planned' && (
        <button type="button" className="primary" disabled={plan.isPending} onClick={() => setApproving(true)}>
          {words.approve}
        </button>
      )}
      {fault && <Problem error={fault} />}
      {plan.data && <Copy copy={plan.data} />}
      {approving && (
        <Dialog label={words.approveTitle} close={() => setApproving(false)}>
          <Approve campaign={campaign} mails={mails} done={() => setApproving(false)} />
        </Dialog>
      )}
    </>
  );
}

function Approve({ campaign, mails, done }: { campaign: CampaignStatus; mails: number; done: () => void }) {
  const session = use(SessionContext);
  const [by, setBy] = useState(session?.label ?? '');
  // As it stood when the person chose to approve it: planned anew meanwhile, it is refused.
  const [seen_at] = useState(campaign.updated_at);
  const approve = useChange(
    () => {
      const approval = { week_of: campaign.week_of, seen_at, by: by.trim() };
      return change('POST', `/outreach/campaigns/${campaign.name}/approve`, approval);
    },
    ['outreach'],
    done,
  );
  return (
    <form
      className={styles.plan}
      onSubmit={(event) => {
        event.preventDefault();
        approve.mutate(undefined);
      }}
    >
      <p>{words.approveText(mails, dayWords(campaign.week_of))}</p>
      <Field label={words.approveBy} hint={words.approveByHint}>
        {(ids) => (
          <input
            {...ids}
            value={by}
            onChange={(event) => setBy(event.target.value)}
            minLength={2}
            maxLength={100}
            required
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: the dialog opened to ask for it
            autoFocus
          />
        )}
      </Field>
      <p>
        <button type="submit" className="primary" disabled={by.trim().length < 2 || approve.isPending}>
          {words.approveNow}
        </button>
      </p>
      {approve.error && <Problem error={approve.error} />}
    </form>
  );
}
