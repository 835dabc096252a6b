/** PUBLIC_URL: does it lead to our listener for strangers, and to nothing else of ours. */

import type { Ask } from './accounts.ts';
import { type Finding, fail, pass, skip, unreached, warn } from './check.ts';

/** No token: the listener answers that there is no such page. */
const NO_TOKEN = 'u/asked-by-the-doctor';

export async function checkPublicUrl(publicUrl: string | null, publicPort: number | null, ask: Ask): Promise<Finding> {
  if (publicUrl === null) {
    return skip(
      'PUBLIC_URL is not set: no pixel, links as they are, unsubscription by mail, Cal.com asked every few minutes.',
    );
  }
  const base = publicUrl.replace(/\/+$/, '');
  const lead = `Let ${base} lead to port ${publicPort ?? '(set PUBLIC_PORT)'} of this machine while studio serve runs.`;
  const answer = await ask(`${base}/${NO_TOKEN}`, {});
  if (answer === null) return unreached(`${base} could not be reached.`, lead);
  const inside = await ask(`${base}/livez`, {});
  if (inside?.status === 200) {
    return fail(`${base} shows the whole studio to the world: its API and console answer there.`, lead);
  }
  // Our listener asks not to be indexed with every answer; a 404 of anybody else does not.
  if (answer.status !== 404 || !answer.headers.get('x-robots-tag')?.includes('noindex')) {
    return fail(`${base} answers ${answer.status}, but not as our listener does.`, lead);
  }
  if (!base.startsWith('https:')) {
    return warn(`${base} is reached, but mail services unsubscribe by https only.`, 'Put TLS before it.');
  }
  return pass(`${base} leads to the listener for strangers, and not to the API.`);
}
