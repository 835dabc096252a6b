/**
 * Who loaded a pixel or followed a link, as far as one can tell: the first rule that fits decides. Pure; what a visitor
 * sent is looked at here and kept nowhere.
 */
export type Actor = 'human' | 'proxy' | 'prefetch' | 'scanner' | 'unknown';

export interface Visit {
  kind: 'open' | 'click';
  method: string;
  userAgent: string;
  /** `Sec-Purpose`, or what browsers sent before it: `Purpose`, `X-Moz`. */
  purpose: string;
  /** Since the mail left; negative while it is on the wire. */
  sinceSentMs: number;
  /** How many other links of the same mail were followed within the last `BURST_MS`. */
  otherLinks: number;
}

interface Rule {
  /** Stands in the event's detail. */
  name: string;
  actor: Actor;
  why: string;
  /** Where the fact comes from. */
  source: string;
  fits(visit: Visit): boolean;
}

/** Nobody reads a mail before it has gone round the servers; gateways fetch what is in it while they take it in. */
export const AT_DELIVERY_MS = 10_000;
export const BURST_MS = 2_000;

const MAIL_PROGRAM =
  /\bms-office\b|microsoft (office|outlook)|^outlook[-/]|thunderbird\/|\bk-9 mail|^(airmail|spark|mailspring)|applewebkit\/[\d.]+ \(khtml, like gecko\)( mobile\/\w+)?$/i;
const GATEWAY =
  /barracuda|proofpoint|urldefense|mimecast|ironport|cisco ?secure|messagelabs|symantec|sophos|trend ?micro|\btmes\b|forti(net|mail|guard)|forcepoint|zscaler|trustwave|safelinks/i;
/** Names of their own choice: robots say what they are, often with an address; libraries and previews bear their names. */
const ROBOT =
  /bot\b|(image|mail)proxy|bot[/-]|crawl|spider|slurp|scan(ner|ning)?\b|preview|headless|phantomjs|selenium|puppeteer|playwright|lighthouse|monitor|https?:\/\/|\b(curl|wget|python|java|go-http|okhttp|libwww|axios|node|undici|got|ruby|perl|php|powershell|guzzle|httpx?|aiohttp|scrapy|postman)\b|httpclient|http-client|^(whatsapp|telegram|viber|line|signal|facebookexternalhit|slack|linkedin|twitter|discord|skype)|^mozilla\/[45]\.0$/i;
const BROWSER =
  /^mozilla\/5\.0 \([^)]+\).*\b(chrome|crios|firefox|fxios|edg|edga|edgios|safari|opr|samsungbrowser)\/\d/i;

export const RULES: readonly Rule[] = [
  {
    name: 'head',
    actor: 'scanner',
    why: 'It asks whether the address answers and does not want what stands there: no reader does that.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2',
    fits: ({ method }) => method === 'HEAD',
  },
  {
    name: 'purpose',
    actor: 'prefetch',
    why: 'The browser itself says that nobody looks at it yet.',
    source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Purpose',
    fits: ({ purpose }) => /prefetch|prerender|preview/i.test(purpose),
  },
  {
    name: 'gmail_proxy',
    actor: 'proxy',
    why: 'Gmail loads images for its readers through its own servers, mostly when they open the mail.',
    source: 'https://support.google.com/mail/answer/145919',
    fits: ({ kind, userAgent }) => kind === 'open' && userAgent.includes('GoogleImageProxy'),
  },
  {
    name: 'yahoo_proxy',
    actor: 'proxy',
    why: 'Yahoo does the same.',
    source: 'https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
    fits: ({ kind, userAgent }) => kind === 'open' && userAgent.includes('YahooMailProxy'),
  },
  {
    name: 'gmail_prefetch',
    actor: 'prefetch',
    why: 'Gmail loads images ahead while its reader is signed in, under this name that no browser bears any more.',
    source: 'https://bird.com/en-us/blog/gmail-prefetching-images',
    fits: ({ kind, userAgent }) => kind === 'open' && userAgent.endsWith('Edge/12.246 Mozilla/5.0'),
  },
  {
    name: 'apple_mail_privacy',
    actor: 'prefetch',
    why: 'Apple loads all images of a mail in the background, read or not, under this bare name.',
    source: 'https://www.apple.com/legal/privacy/data/en/mail-privacy-protection/',
    fits: ({ kind, userAgent }) => kind === 'open' && userAgent.trim() === 'Mozilla/5.0',
  },
  {
    name: 'gateway',
    actor: 'scanner',
    why: 'It bears the name of a product that checks the links of mails.',
    source: 'https://campus.barracuda.com/product/sentinel/doc/498468311/unwanted-link-clicks',
    fits: ({ userAgent }) => GATEWAY.test(userAgent),
  },
  {
    name: 'at_delivery',
    actor: 'scanner',
    why: `Within ${AT_DELIVERY_MS / 1000} seconds after the mail left: gateways look then, people do not.`,
    source:
      'https://support.arternal.com/en/articles/15216436-smart-mail-clickthroughs-triggered-by-email-security-scanners',
    fits: ({ sinceSentMs }) => sinceSentMs < AT_DELIVERY_MS,
  },
  {
    name: 'burst',
    actor: 'scanner',
    why: `Another link of the same mail was followed within ${BURST_MS / 1000} seconds: a gateway tries them all.`,
    source:
      'https://support.arternal.com/en/articles/15216436-smart-mail-clickthroughs-triggered-by-email-security-scanners',
    fits: ({ otherLinks }) => otherLinks > 0,
  },
  {
    name: 'mail_program',
    actor: 'human',
    why: 'A mail program that loads images when its reader opens the mail.',
    source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/User-Agent',
    fits: ({ userAgent }) => MAIL_PROGRAM.test(userAgent),
  },
  {
    name: 'robot',
    actor: 'scanner',
    why: 'It bears the name of a crawler, a link preview or a programming library.',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5',
    fits: ({ userAgent }) => ROBOT.test(userAgent),
  },
  {
    name: 'browser',
    actor: 'human',
    why: 'A browser as people use it, and nothing above speaks against it.',
    source: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/User-Agent',
    fits: ({ userAgent }) => BROWSER.test(userAgent),
  },
];

/** A visitor that no rule knows is `unknown`: it is not made a person to have a better number. */
export function actorOf(visit: Visit): { actor: Actor; rule: string } {
  const rule = RULES.find((one) => one.fits(visit));
  return rule === undefined ? { actor: 'unknown', rule: 'none' } : { actor: rule.actor, rule: rule.name };
}
