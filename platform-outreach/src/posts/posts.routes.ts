import { POST_STATES } from '@sacred-qa/contracts/campaign';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PostsService } from './posts.service.ts';

const params = z.object({
  id: z.string().min(1).max(100).meta({ description: 'Its id, or its name: then the one of the newest week.' }),
});
const tag = 'outreach';

export function postsRoutes(app: FastifyInstance, deps: { posts: PostsService; cursors: Cursors }): void {
  const { posts, cursors } = deps;

  addRoute(app, {
    ...{ method: 'GET', url: '/posts', scope: 'read', tag },
    summary: 'Posts with their state, newest first; those that are due wait for a person to paste them',
    query: z.object({ ...pageQuery, state: z.enum(POST_STATES).optional() }),
    responses: { 200: { description: 'A page of posts' } },
    handler: ({ query }) =>
      readPage(cursors, 'posts', query, {
        read: (after, limit) => posts.list(query.state ?? null, after, limit),
        positionOf: (post) => post.id,
      }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/posts/:id', scope: 'read', tag, params },
    summary: 'One post as a card: the text as it is pasted, its link, where and until when',
    responses: { 200: { description: 'The card' } },
    handler: ({ params: { id } }) => posts.show(id),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/posts/:id/done', scope: 'write', tag, params },
    summary: 'Says that the post stands at this address',
    body: z.strictObject({ url: z.string().min(1).max(2000) }),
    responses: { 200: { description: 'The post, published' } },
    handler: ({ params: { id }, body }) => posts.done(id, body.url),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/posts/:id/settle', scope: 'write', tag, params },
    summary: 'Says of a post in doubt whether it stands there',
    description: 'One that does not is published again while its time and campaign last; else it expires.',
    body: z.strictObject({ posted: z.boolean(), url: z.string().min(1).max(2000).optional() }),
    responses: { 200: { description: 'The post in its new state' } },
    handler: ({ params: { id }, body }) => posts.settle(id, body.posted, body.url ?? null),
  });
}
