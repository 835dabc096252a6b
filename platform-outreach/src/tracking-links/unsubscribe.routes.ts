/** `/u/TOKEN` for strangers: GET shows a page and changes nothing, POST is the one click of RFC 8058. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ONE_CLICK, PAGE_POLICY, unclearPage, unsubscribePage } from './public-page.ts';
import type { Standing, UnsubscribeService } from './unsubscribe.service.ts';

interface Params {
  Params: { token: string };
}

/** `sender` as in the mails, so that a reader knows whom this page is of. */
export function unsubscribeRoutes(
  app: FastifyInstance,
  deps: { unsubscribe: UnsubscribeService; sender: string | null },
): void {
  const { unsubscribe, sender } = deps;
  const show = (reply: FastifyReply, standing: Standing) =>
    sendPage(reply, STATUS[standing.kind], unsubscribePage(standing, sender));

  app.get<Params>('/u/:token', async ({ params }, reply) => show(reply, await unsubscribe.look(params.token)));

  app.post<Params & { Body?: Buffer }>('/u/:token', async ({ params, headers, body }, reply) => {
    if (!(await asksToLeave(headers['content-type'] ?? '', body))) return sendPage(reply, 400, unclearPage(sender));
    // The answer is the page itself: RFC 8058, section 3.1 forbids a redirect.
    return show(reply, await unsubscribe.leave(params.token));
  });
}

const STATUS = { foreign: 404, expired: 410, listed: 200, left: 200 } as const;

export const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page);

/** Either encoding of a form (RFC 8058, section 3.2); no scanner that merely posts is taken for a person. */
async function asksToLeave(contentType: string, body: Buffer | undefined): Promise<boolean> {
  if (body === undefined || !/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType))
    return false;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  const said = form?.get(ONE_CLICK.name);
  return typeof said === 'string' && said.trim().toLowerCase() === ONE_CLICK.value.toLowerCase();
}
