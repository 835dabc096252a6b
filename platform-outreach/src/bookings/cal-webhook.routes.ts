/** `/webhooks/cal` for Cal.com: whatever is not signed by our secret over the very bytes that came is refused. */
import type { FastifyInstance } from 'fastify';
import type { BookingsService, Delivered } from './bookings.service.ts';

/** Their bodies are some kilobytes; a long form may carry more. */
const MAX_BODY_BYTES = 256 * 1024;

const ANSWERS: Readonly<Record<Delivered['kind'], [status: number, sentence: string]>> = {
  taken: [200, 'Taken.'],
  kept: [200, 'Kept; it says nothing of a booking’s state.'],
  seen: [200, 'This was taken before.'],
  not_configured: [404, 'This studio takes no webhooks: CAL_COM_WEBHOOK_SECRET is not set.'],
  unsigned: [401, 'Nothing here is signed. Give the webhook at Cal.com a secret, the same as CAL_COM_WEBHOOK_SECRET.'],
  forged: [401, 'The signature does not fit these bytes. The secret at Cal.com and CAL_COM_WEBHOOK_SECRET differ.'],
  not_their_form: [422, 'This is not Cal.com’s default form. Remove the custom payload template of the webhook.'],
};

export function calWebhookRoutes(app: FastifyInstance, deps: { bookings: BookingsService }): void {
  app.post<{ Body?: Buffer }>('/webhooks/cal', { bodyLimit: MAX_BODY_BYTES }, async ({ headers, body }, reply) => {
    const signature = String(headers['x-cal-signature-256'] ?? '');
    const { kind } = await deps.bookings.deliver(body ?? Buffer.alloc(0), signature);
    const [status, sentence] = ANSWERS[kind];
    return reply.code(status).type('text/plain; charset=utf-8').send(`${sentence}\n`);
  });
}
