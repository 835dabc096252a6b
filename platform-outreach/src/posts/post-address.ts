/** The address of a post as a person copies it from LinkedIn, and the network's own id in it. */

/** Where a person writes a post. */
export const COMPOSER_URL = 'https://www.linkedin.com/feed/?shareActive=true';

const HOST = /(^|\.)linkedin\.com$|^lnkd\.in$/i;
/** Feed addresses carry the whole URN, those of `/posts/` end in the activity's number and a check sign. */
const URN = /urn:li:(?:share|ugcPost|activity):\d+/;
const IN_SLUG = /-(share|ugcPost|activity)-(\d{10,25})(?:-|$)/;

/** Null for what is no https address on LinkedIn. `urn` is null where the address does not tell. */
export function readPostAddress(given: string): { url: string; urn: string | null } | null {
  const url = URL.parse(given.trim());
  if (url === null || url.protocol !== 'https:' || !HOST.test(url.hostname) || url.username !== '') return null;
  if (url.pathname === '/') return null;
  // What follows is who shared the address and where, not where it leads.
  url.search = '';
  url.hash = '';
  const path = decoded(url.pathname);
  const slug = IN_SLUG.exec(path);
  const urn = URN.exec(path)?.[0] ?? (slug === null ? null : `urn:li:${slug[1]}:${slug[2]}`);
  return { url: url.href, urn };
}

export const addressOfUrn = (urn: string): string => `https://www.linkedin.com/feed/update/${urn}/`;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
