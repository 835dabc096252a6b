/** What a visit to a link means for the campaign: does it answer, keep its UTM, and count its visitors. Pure. */
import type { LinkVisit } from './fetch-link.ts';

/** Nothing of the link itself: a merge field may have put a person's word into it. */
export interface LinkResult {
  state: 'answered' | 'dead' | 'private' | 'unreachable';
  status: number | null;
  /** Redirects on the way. */
  hops: number;
  utmLost: string[];
  /** The analytics that the page carries, by name; null for none, and for what is no page. */
  tag: string | null;
  isPage: boolean;
  /** What went wrong on the way; null when nothing did. */
  why: string | null;
}

export interface LinkFlaw {
  rule: 'link_dead' | 'link_private' | 'utm_lost' | 'no_analytics_tag';
  blocks: boolean;
  detail: string;
}

/** By what stands in the HTML. A tag that a script adds later is not seen: then campaign.yaml names a sign of it. */
const TAGS: readonly [name: string, sign: RegExp][] = [
  ['Google tag', /googletagmanager\.com\/(gtag\/js|gtm\.js)|\bgtag\(\s*['"]config/i],
  ['Google Analytics', /google-analytics\.com\/(analytics|ga)\.js/i],
  ['Plausible', /<script[^>]+(plausible[^>]*\.js|data-domain=)/i],
  ['Umami', /<script[^>]+data-website-id=/i],
  ['Matomo', /\b_paq\b|(matomo|piwik)\.(js|php)/i],
  ['Fathom', /usefathom\.com|<script[^>]+data-site=/i],
  ['PostHog', /posthog\.init\(|i\.posthog\.com/i],
  ['Clarity', /clarity\.ms\/tag/i],
  ['GoatCounter', /<script[^>]+data-goatcounter=/i],
  ['Cloudflare Web Analytics', /static\.cloudflareinsights\.com\/beacon/i],
  ['Simple Analytics', /scripts\.simpleanalyticscdn\.com|simpleanalytics/i],
];

/** `wanted` is the sign of analytics that campaign.yaml names. */
export function judgeLink(link: string, visit: LinkVisit, wanted: string | null): LinkResult {
  const none = { status: null, hops: 0, utmLost: [], tag: null, isPage: false };
  if (visit.kind === 'private') return { ...none, state: 'private', why: `it leads to ${visit.host}` };
  if (visit.kind === 'unreachable') return { ...none, state: 'unreachable', why: visit.why };
  if (visit.kind === 'too_many_redirects') return { ...none, state: 'dead', why: 'it redirects without end' };
  const { status, hops, url, isHtml, page } = visit;
  if (status >= 400) return { ...none, state: 'dead', status, hops, why: `it answers ${status}` };
  return {
    ...{ state: 'answered', status, hops, why: null, isPage: isHtml },
    utmLost: utmLost(link, url),
    tag: isHtml ? tagOf(page, wanted) : null,
  };
}

/** `wanted` as given to `judgeLink`. */
export function flawsOfLink(result: LinkResult, wanted: string | null): LinkFlaw[] {
  if (result.state === 'private') {
    const detail = `The link leads into a private network (${result.why}); no reader could follow it.`;
    return [{ rule: 'link_private', blocks: true, detail }];
  }
  if (result.state === 'dead') {
    return [{ rule: 'link_dead', blocks: true, detail: `The link is dead: ${result.why}. Mend the page or the link.` }];
  }
  if (result.state === 'unreachable') return [];
  const flaws: LinkFlaw[] = [];
  if (result.utmLost.length > 0) {
    const after = result.hops === 0 ? '' : ` after ${result.hops} redirect${result.hops === 1 ? '' : 's'}`;
    const detail = `The link loses ${result.utmLost.join(', ')}${after}; link to its last address, or let the redirect keep the query.`;
    flaws.push({ rule: 'utm_lost', blocks: false, detail });
  }
  if (result.isPage && result.tag === null) {
    const sign = wanted === null ? 'no analytics that is known' : `not “${wanted}” (links.analytics_tag)`;
    const detail = `The page carries ${sign}, so its visits are not counted. Add it, or name a sign of yours in links.analytics_tag.`;
    flaws.push({ rule: 'no_analytics_tag', blocks: false, detail });
  }
  return flaws;
}

function utmLost(from: string, to: string): string[] {
  const kept = new URL(to).searchParams;
  return [...new URL(from).searchParams]
    .filter(([name, value]) => name.startsWith('utm_') && kept.get(name) !== value)
    .map(([name]) => name);
}

function tagOf(page: string, wanted: string | null): string | null {
  if (wanted !== null) return page.includes(wanted) ? wanted : null;
  return TAGS.find(([, sign]) => sign.test(page))?.[0] ?? null;
}
