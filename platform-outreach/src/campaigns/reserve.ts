/** Stores a draft: batches, posts, and each mail with its exact bytes. What an earlier plan of the week stored goes. */
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { domainOf, type Mailbox, returnAddress } from '../sending/addresses.ts';
import { compose, type Dkim } from '../sending/compose.ts';
import type { Tokens } from '../tracking-links/tokens.ts';
import type { Vault } from '../vault/vault.ts';
import type { Draft, DraftMail } from './draft.ts';

export interface House {
  sender: Mailbox;
  postalAddress: string;
  /** Without a slash at its end; null on a laptop. */
  publicUrl: string | null;
  dkim: Dkim | null;
}

export interface ReserveDeps {
  vault: Vault;
  tokens: Tokens;
  newId: () => string;
  nowMs: () => number;
}

export async function reserve(tx: Sql, campaign: string, draft: Draft, house: House, deps: ReserveDeps): Promise<void> {
  await removeEarlier(tx, campaign);
  const batches = new Map<string, string>();
  for (const slot of draft.slots.filter((one) => one.kind === 'batch')) {
    const id = deps.newId();
    batches.set(slot.name, id);
    await tx.query(
      `insert into outreach.batches (id, campaign, name, send_at, not_after, state) values ($1, $2, $3, $4, $5, 'planned')`,
      [id, campaign, slot.name, slot.dueAt, slot.notAfter],
    );
  }
  for (const { slot, text, link } of draft.posts) {
    await tx.query(
      `insert into outreach.posts (id, campaign, name, title, text, link, due_at, not_after, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')`,
      [deps.newId(), campaign, slot.name, slot.title, text, link, slot.dueAt, slot.notAfter],
    );
  }
  for (const { file, subject } of new Map(draft.mails.map(({ template }) => [template.file, template])).values()) {
    await tx.query('insert into outreach.subject_lines (campaign, variant, subject) values ($1, $2, $3)', [
      ...[campaign, file, subject],
    ]);
  }
  const first = new Map<string, string>();
  for (const mail of draft.mails.toSorted((a, b) => a.slot.step - b.slot.step)) {
    const { recipient, slot } = mail;
    const messageId = `<${mail.id}@${domainOf(house.sender.address)}>`;
    await reserveMail(
      tx,
      { ...mail, campaign, batch: batches.get(slot.name) ?? '', messageId },
      first.get(recipient.id) ?? null,
      house,
      deps,
    );
    if (slot.step === 1) first.set(recipient.id, messageId);
  }
}

async function removeEarlier(tx: Sql, campaign: string): Promise<void> {
  await tx.query(`delete from outreach.links where message in (select id from outreach.messages where campaign = $1)`, [
    campaign,
  ]);
  for (const table of ['messages', 'batches', 'posts', 'subject_lines']) {
    await tx.query(`delete from outreach.${table} where campaign = $1`, [campaign]);
  }
}

async function reserveMail(
  tx: Sql,
  given: DraftMail & { campaign: string; batch: string; messageId: string },
  inReplyTo: string | null,
  house: House,
  deps: ReserveDeps,
): Promise<void> {
  const { id, recipient, slot, mail } = given;
  const { vault, tokens } = deps;
  const page = (path: string, token: string) =>
    house.publicUrl === null ? null : `${house.publicUrl}/${path}/${token}`;
  const rewritten = new Map(
    house.publicUrl === null
      ? []
      : mail.links.map(
          (link, i) => [link, page('c', tokens.sign('click', { message: id, position: i })) ?? link] as const,
        ),
  );
  const subject = { message: id, position: 0 };
  const bytes = await compose({
    ...{ id, inReplyTo, mail, rewritten },
    messageId: given.messageId,
    from:
      house.sender.name === ''
        ? house.sender.address
        : `"${house.sender.name.replaceAll('"', '')}" <${house.sender.address}>`,
    to: { name: recipient.name, address: recipient.email },
    replyTo: returnAddress(house.sender.address, 'r', id),
    date: given.sendAt,
    language: given.template.language,
    postalAddress: house.postalAddress,
    unsubscribe: {
      page: page('u', tokens.sign('unsubscribe', subject)),
      mailto: `mailto:${returnAddress(house.sender.address, 'r', id)}?subject=unsubscribe`,
    },
    pixel: page('o', tokens.sign('open', subject)),
    dkim: house.dkim,
  });
  await tx.query(
    `insert into outreach.messages (id, campaign, batch, prospect, step, variant, state, message_id, mime_sealed, sender,
       envelope_from, envid, recipient_index, domain_index, send_at, not_after, reserved_at, language)
     values ($1, $2, $3, $4, $5, $6, 'reserved', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[id, given.campaign, given.batch, recipient.id, slot.step, given.template.file, given.messageId],
      await vault.seal(tx, recipient.id, 'messages.mime_sealed', bytes),
      house.sender.address,
      returnAddress(house.sender.address, 'b', id),
      id,
      recipient.emailIndex,
      vault.index('domain', domainOf(recipient.email)),
      ...[given.sendAt, slot.notAfter, isoOf(deps.nowMs()), given.template.language],
    ],
  );
  if (house.publicUrl === null) return;
  for (const [position, link] of mail.links.entries()) {
    await tx.query('insert into outreach.links (message, position, sealed) values ($1, $2, $3)', [
      ...[id, position],
      await vault.seal(tx, recipient.id, 'links.sealed', link),
    ]);
  }
}
