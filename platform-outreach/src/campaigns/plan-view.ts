/** A plan as it is shown: its slots with who gets what, and what the copy check says. Pure. */
import type { CampaignFiles } from './campaign-files.ts';
import { trustOf } from './copy-check.ts';
import type { Draft } from './draft.ts';

/** The draft with what came of its links. */
export const withLinks = (draft: Draft, found: { flaws: Draft['flaws']; remarks: string[] }): Draft => ({
  ...draft,
  flaws: [...draft.flaws, ...found.flaws],
  warnings: [...draft.warnings, ...found.remarks],
});

export function viewOf(files: CampaignFiles, weekOf: string, draft: Draft) {
  const { spec } = files;
  return {
    name: spec.name,
    title: spec.title,
    week_of: weekOf,
    zone: spec.zone,
    content_hash: files.contentHash,
    goals: spec.goals,
    slots: draft.slots.map((slot) => {
      const mails = draft.mails.filter((mail) => mail.slot === slot);
      return {
        ...slot,
        mails: mails.map(({ recipient, sendAt }) => ({ prospect_id: recipient.prospectId, send_at: sendAt })),
      };
    }),
    errors: draft.errors,
    warnings: draft.warnings,
    left_out: draft.leftOut.map(({ batch, prospectId, reason }) => ({ batch, prospect_id: prospectId, reason })),
    flaws: draft.flaws,
    trust: trustOf(draft.flaws),
  };
}
