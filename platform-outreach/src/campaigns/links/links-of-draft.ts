/** The links of a draft, each with the places in the copy where it stands. Pure. */
import type { CampaignFiles } from '../campaign-files.ts';
import type { CopyFlaw } from '../copy-check.ts';
import type { Draft } from '../draft.ts';
import { flawsOfLink } from './judge-link.ts';
import type { CheckedLink } from './links.service.ts';

export interface PlacedLink {
  link: string;
  /** `batch-a.md line 19`, the first of several. */
  where: string;
}

/** Names one mail, so that a booking finds it; whoever is asked for the page need not know. */
const OF_ONE_MAIL = 'metadata[send]';
const CALL_TO_ACTION = /\{\{-?\s*call_to_action\b/;

export function linksOfDraft(draft: Draft, files: CampaignFiles): PlacedLink[] {
  const placed = new Map<string, string>();
  const add = (file: string, raw: string): void => {
    const link = withoutMail(raw);
    if (link !== null && !placed.has(link)) placed.set(link, placeOf(files, file, link));
  };
  for (const { template, mail } of draft.mails) for (const link of mail.links) add(template.file, link);
  for (const { slot, text, link } of draft.posts) {
    for (const found of text.match(/https?:\/\/[^\s)]+/g) ?? []) add(slot.content, found);
    if (link !== null) add(slot.content, link);
  }
  return [...placed].map(([link, where]) => ({ link, where }));
}

export function flawsOfLinks(
  checked: readonly CheckedLink[],
  placed: readonly PlacedLink[],
  wanted: string | null,
): CopyFlaw[] {
  const places = new Map(placed.map(({ link, where }) => [link, where]));
  return checked.flatMap(({ link, result }) =>
    result === null
      ? []
      : flawsOfLink(result, wanted).map(({ rule, blocks, detail }) => ({
          ...{ rule, blocks, where: places.get(link) ?? '' },
          detail: `${link}: ${detail}`,
        })),
  );
}

/** What a person should know, and what says nothing about the copy: who was not asked, and who did not answer. */
export function remarksOfLinks(checked: readonly CheckedLink[], placed: readonly PlacedLink[]): string[] {
  const places = new Map(placed.map(({ link, where }) => [link, where]));
  const remarks = new Map<string, string[]>();
  for (const { link, result, skipped } of checked) {
    const { hostname } = new URL(link);
    const remark =
      skipped ?? (result?.state === 'unreachable' ? `${hostname} could not be reached now (${result.why})` : null);
    if (remark !== null) remarks.set(remark, [...(remarks.get(remark) ?? []), places.get(link) ?? '']);
  }
  return [...remarks].map(([remark, where]) => `${remark}: ${where.join(', ')}.`);
}

function withoutMail(link: string): string | null {
  const url = URL.parse(link);
  if (url === null) return null;
  if (url.searchParams.has(OF_ONE_MAIL)) url.searchParams.delete(OF_ONE_MAIL);
  return url.href;
}

/** A link that was typed stands in its file; one that was filled in, where its field does. */
function placeOf(files: CampaignFiles, file: string, link: string): string {
  const lines = (files.texts.get(file) ?? '').split('\n');
  const { origin, pathname } = new URL(link);
  const typed = lines.findIndex((line) => line.includes(`${origin}${pathname}`) || line.includes(`${origin}?`));
  const line = typed >= 0 ? typed : lines.findIndex((one) => CALL_TO_ACTION.test(one));
  return line < 0 ? file : `${file} line ${line + 1}`;
}
