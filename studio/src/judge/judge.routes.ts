import { judgeLabels } from '@sacred-qa/contracts/judge';
import { pack } from '@sacred-qa/contracts/pack';
import { targetSpec } from '@sacred-qa/contracts/target';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LoadedPack } from '../audits/packs/load-pack.ts';
import type { TargetsService } from '../targets/targets.service.ts';
import type { JudgeService } from './judge.service.ts';

const ofPack = z.strictObject({
  pack: z
    .union([z.string().min(1).max(100), pack])
    .optional()
    .meta({ description: 'Whose rubrics; those of all packs of the program when left out.' }),
});

export function judgeRoutes(
  app: FastifyInstance,
  deps: {
    judge: JudgeService;
    targets: Pick<TargetsService, 'get'>;
    packs: { read: (id: string) => Promise<LoadedPack> };
  },
): void {
  const { judge } = deps;
  const packOf = async (given: z.infer<typeof ofPack>['pack']) =>
    given === undefined ? null : typeof given === 'string' ? (await deps.packs.read(given)).pack : given;

  addRoute(app, {
    method: 'POST',
    url: '/judge/labels',
    scope: 'write',
    tag: 'judge',
    summary: 'Keeps people’s verdicts on answers, for a judge to be measured against',
    body: judgeLabels,
    responses: { 200: { description: 'added and known' } },
    handler: ({ body }) => judge.label(body.labels, body.by),
  });

  addRoute(app, {
    method: 'POST',
    url: '/judge/calibrate',
    scope: 'write',
    tag: 'judge',
    summary: 'Puts the labels to the judges as they are now, and says how far they agree with people',
    body: ofPack,
    takesPack: true,
    responses: { 200: { description: 'The status' } },
    handler: async ({ body }) => judge.calibrate(await packOf(body.pack)),
  });

  addRoute(app, {
    method: 'POST',
    url: '/judge/status',
    scope: 'read',
    tag: 'judge',
    summary: 'Which judges are set, what they were measured by, and where they are calibrated; asks nobody',
    body: ofPack,
    takesPack: true,
    responses: { 200: { description: 'The status' } },
    handler: async ({ body }) => judge.status(await packOf(body.pack)),
  });

  addRoute(app, {
    method: 'POST',
    url: '/judge/check',
    scope: 'read',
    tag: 'judge',
    summary: 'Refuses (409) a judge that is not set, or that is the target itself',
    body: z.strictObject({
      target: z.union([targetSpec, z.string().min(1).max(200)]),
      may_be_target: z.boolean().default(false),
    }),
    responses: { 200: { description: 'It may judge' } },
    async handler({ body }) {
      const spec = typeof body.target === 'string' ? (await deps.targets.get(body.target)).spec : body.target;
      judge.assertMayJudge(spec, [], body.may_be_target);
      return { may_judge: true };
    },
  });
}
