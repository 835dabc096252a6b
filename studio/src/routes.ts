/** The Studio's part of `/api/v1`, mounted by the front door. */
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import type { HttpLog } from '@sacred-qa/foundation/http/problem';
import type { Jobs } from '@sacred-qa/foundation/jobs';
import type { FastifyInstance } from 'fastify';
import { auditsRoutes } from './audits/audits.routes.ts';
import { findingsRoutes } from './audits/findings.routes.ts';
import { packsRoutes } from './audits/packs.routes.ts';
import { brandRoutes } from './brand/brand.routes.ts';
import { recordContacts } from './contacts/contacts.hook.ts';
import { contactsRoutes } from './contacts/contacts.routes.ts';
import { engagementsRoutes } from './engagements/engagements.routes.ts';
import { eventsRoutes } from './events/events.routes.ts';
import { evidenceRoutes } from './evidence/evidence.routes.ts';
import { healthRoutes } from './health/health.routes.ts';
import { jobsRoutes } from './house/jobs.routes.ts';
import { judgeRoutes } from './judge/judge.routes.ts';
import { keysRoutes } from './keys/keys.routes.ts';
import { lineageRoutes } from './lineage/lineage.routes.ts';
import { qaRoutes } from './qa-logs/qa.routes.ts';
import { sankalpaRoutes } from './sankalpa/sankalpa.routes.ts';
import { sessionRoutes } from './session/session.routes.ts';
import { storeRoutes } from './store/store.routes.ts';
import type { Studio } from './studio.ts';
import { guardLocalTargets } from './targets/local-targets.hook.ts';
import { targetsRoutes } from './targets/targets.routes.ts';

/** Intake writes its contact in the commit of the sankalpa itself. */
const RECORDS_ITSELF = new Set(['POST /api/v1/sankalpa', 'POST /api/v1/sankalpa/batch']);

export function studioRoutes(
  app: FastifyInstance,
  deps: {
    studio: Studio;
    jobs: Pick<Jobs, 'list' | 'setSchedule' | 'requireKnown'>;
    cursors: Cursors;
    /** Told of faults of ours. */
    log: HttpLog;
  },
): void {
  const { studio, jobs, cursors, log } = deps;
  const runJob = studio.runHouseJob;
  guardLocalTargets(app, studio);
  recordContacts(app, { ...studio, recordsItself: RECORDS_ITSELF });
  healthRoutes(app, studio);
  sankalpaRoutes(app, { ...studio, cursors, log });
  lineageRoutes(app, { ...studio, cursors });
  qaRoutes(app, { ...studio, cursors });
  contactsRoutes(app, { ...studio, cursors });
  targetsRoutes(app, { ...studio, cursors });
  packsRoutes(app, studio);
  auditsRoutes(app, { ...studio, cursors });
  findingsRoutes(app, { ...studio, cursors });
  evidenceRoutes(app, studio);
  judgeRoutes(app, studio);
  brandRoutes(app, studio);
  engagementsRoutes(app, { ...studio, cursors });
  eventsRoutes(app, studio);
  jobsRoutes(app, { jobs, runJob, house: studio.house });
  storeRoutes(app, { store: studio.store, runJob });
  keysRoutes(app, studio);
  sessionRoutes(app, studio);
}
