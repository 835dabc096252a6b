/** A campaign bound to a week and to people, before anything is stored: every mail and post as it would go out. */

import { type BoundWeek, bindWeek, quietUntilMs, type Slot, spread } from './calendar.ts';
import type { CampaignFiles } from './campaign-files.ts';
import { type MailTemplate, type RenderedMail, renderMail, renderPost } from './content.ts';
import { type CopyFlaw, checkHouse, checkMail, checkMailTemplate, checkPost } from './copy-check.ts';
import type { Holidays } from './holidays.ts';
import type { Recipient, Selection } from './recipients.ts';
import type { CampaignSpec } from './spec.ts';

export interface DraftMail {
  /** Becomes `messages.id`. */
  id: string;
  slot: Slot;
  recipient: Recipient;
  template: MailTemplate;
  sendAt: string;
  mail: RenderedMail;
}

export interface DraftPost {
  slot: Slot;
  text: string;
  link: string | null;
}

export interface Draft extends BoundWeek {
  mails: DraftMail[];
  posts: DraftPost[];
  flaws: CopyFlaw[];
  leftOut: { batch: string; prospectId: string; reason: string }[];
}

export interface DraftDeps {
  holidays: Holidays;
  newId: () => string;
  /** Stands in booking links, so that a booking knows the mail it came from. */
  bookingToken: (message: string) => string;
  nowIso: string;
  house: { postalAddress: boolean; unsubscribe: boolean };
}

/** `selections` by the batch's name. */
export function draftCampaign(
  files: CampaignFiles,
  weekOf: string,
  selections: ReadonlyMap<string, Selection>,
  deps: DraftDeps,
): Draft {
  const { spec } = files;
  const week = bindWeek(spec, weekOf, deps.holidays);
  const draft: Draft = { ...week, mails: [], posts: [], flaws: [], leftOut: [] };
  if (spec.batches.length > 0) draft.flaws.push(...checkHouse(deps.house));
  const checked = new Set<string>();
  for (const slot of week.slots) {
    if (slot.kind === 'post') {
      draftPost(draft, files, slot);
      continue;
    }
    const template = files.mails.get(slot.content);
    const selection = selections.get(slot.name);
    if (template === undefined || selection === undefined) continue;
    if (!checked.has(template.file)) draft.flaws.push(...checkMailTemplate(template, slot.step));
    checked.add(template.file);
    draftMails(draft, spec, slot, template, selection.chosen, deps);
  }
  for (const [batch, { chosen, leftOut }] of selections) {
    draft.leftOut.push(...leftOut.map((one) => ({ batch, ...one })));
    const { size, segment } = spec.batches.find((one) => one.name === batch) ?? { size: 0, segment: '' };
    if (chosen.length < size) {
      const who = chosen.length === 0 ? 'nobody' : 'nobody else';
      draft.warnings.push(
        `batch ${batch}: ${chosen.length} of ${size} mails; ${who} of segment ${segment} in prospects.csv may be written to.`,
      );
    }
  }
  draft.errors.push(...capErrors(draft.mails, spec));
  for (const { kind, name, step, notAfter } of week.slots) {
    if (notAfter >= deps.nowIso) continue;
    const what = kind === 'post' ? `post ${name}` : `batch ${name}, mail ${step}`;
    draft.warnings.push(`${what}: its time has passed; it would expire, and nothing of it would go out.`);
  }
  return draft;
}

function draftPost(draft: Draft, files: CampaignFiles, slot: Slot): void {
  const template = files.posts.get(slot.content);
  if (template === undefined) return;
  const address = callToAction(files.spec, 'social', slot.name);
  const rendered = renderPost(template, { campaign: files.spec.title, call_to_action: address });
  if (rendered.kind === 'hole') {
    draft.flaws.push({ rule: 'hole', blocks: true, where: template.file, detail: rendered.detail });
    return;
  }
  draft.flaws.push(...checkPost(template, rendered.value));
  draft.posts.push({ slot, text: rendered.value, link: template.link ?? null });
}

function draftMails(
  draft: Draft,
  spec: CampaignSpec,
  slot: Slot,
  template: MailTemplate,
  recipients: readonly Recipient[],
  deps: DraftDeps,
): void {
  const times = spread(
    slot,
    spec.limits,
    recipients.map((one) => one.prospectId),
  );
  for (const [i, recipient] of recipients.entries()) {
    const id = deps.newId();
    const sendAt = times[i]?.sendAt ?? slot.dueAt;
    if (sendAt > slot.notAfter) {
      draft.errors.push(
        `batch ${slot.name}: mail ${i + 1} would leave after the slot has expired; make it smaller, or its gap.`,
      );
      return;
    }
    if (quietUntilMs(Date.parse(sendAt), spec) !== null) {
      const { from, to } = spec.quiet_hours;
      draft.errors.push(
        `batch ${slot.name}: mail ${i + 1} would leave in the quiet hours, ${from} to ${to}; begin earlier, or make it smaller, or its gap.`,
      );
      return;
    }
    const address = new URL(callToAction(spec, 'email', `${slot.name}-${slot.step}`));
    address.searchParams.set('metadata[send]', deps.bookingToken(id));
    const { name, company, role, segment } = recipient;
    const fields = { name, company, role, segment, campaign: spec.title, call_to_action: address.href };
    const rendered = renderMail(template, fields);
    if (rendered.kind === 'hole') {
      const where = `${template.file} for ${recipient.prospectId}`;
      draft.flaws.push({ rule: 'hole', blocks: true, where, detail: rendered.detail });
      continue;
    }
    draft.flaws.push(
      ...checkMail({ template, step: slot.step, prospectId: recipient.prospectId, mail: rendered.value }),
    );
    draft.mails.push({ id, slot, recipient, template, sendAt, mail: rendered.value });
  }
}

function callToAction(spec: CampaignSpec, medium: 'email' | 'social', content: string): string {
  const address = new URL(spec.links.call_to_action);
  const utm = { source: spec.links.utm_source, medium, campaign: spec.name, content };
  for (const [key, value] of Object.entries(utm)) address.searchParams.set(`utm_${key}`, value);
  return address.href;
}

function capErrors(mails: readonly DraftMail[], spec: CampaignSpec): string[] {
  const { per_day, per_domain_per_day } = spec.limits;
  const perDay = new Map<string, number>();
  for (const { slot } of mails) perDay.set(slot.date, (perDay.get(slot.date) ?? 0) + 1);
  const errors = [...perDay].flatMap(([date, count]) =>
    count > per_day ? [`${date}: ${count} mails, and limits.per_day is ${per_day}.`] : [],
  );
  const perDomain = Map.groupBy(
    mails,
    ({ slot, recipient }) =>
      `${slot.date} ${recipient.email.slice(recipient.email.lastIndexOf('@') + 1).toLowerCase()}`,
  );
  for (const [key, crowd] of perDomain) {
    if (crowd.length <= per_domain_per_day) continue;
    const who = crowd.map(({ recipient }) => recipient.prospectId).join(', ');
    errors.push(
      `${key.slice(0, key.indexOf(' '))}: ${who} have addresses of one domain, and limits.per_domain_per_day is ${per_domain_per_day}.`,
    );
  }
  return errors;
}
