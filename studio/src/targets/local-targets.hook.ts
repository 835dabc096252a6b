/**
 * Lets only who sits at this machine ask for a target that runs a module or a program of it: a call from loopback, with
 * an admin key, that no proxy passed on. A target that only a stored plan names is looked at where the run is planned.
 */
import { BlockList, isIP } from 'node:net';
import { type TargetSpec, targetSpec } from '@sacred-qa/contracts/target';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assertMayRun, type TargetsService } from './targets.service.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
/** Where a target can be described or named. */
const ROOMS = /^\/api\/v1\/(targets|audits|qa)\b/;
const ASKS = new Set(['POST', 'PUT', 'PATCH']);
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

export function guardLocalTargets(app: FastifyInstance, deps: { targets: Pick<TargetsService, 'find'> }): void {
  app.addHook('preHandler', async (request) => {
    if (!ASKS.has(request.method) || !ROOMS.test(request.routeOptions.url ?? '') || sitsHere(request)) return;
    const spec = await specOf(request);
    if (spec !== null) assertMayRun(spec, false);
  });

  /** The target that a request means, described or by name; null when it means none. */
  async function specOf({ body, params }: FastifyRequest): Promise<TargetSpec | null> {
    const { target, spec } = (body ?? {}) as { target?: unknown; spec?: unknown };
    const described = targetSpec.safeParse(spec ?? target);
    if (described.success) return described.data;
    const name = typeof target === 'string' ? target : (params as { id?: unknown } | undefined)?.id;
    return typeof name === 'string' ? ((await deps.targets.find(name))?.spec ?? null) : null;
  }
}

/** True for a call from this very machine, with an admin key. */
export function sitsHere({ caller, headers, ip, hostname }: FastifyRequest): boolean {
  if (caller?.scope !== 'admin' || PASSED_ON.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(ip) && (hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

function isLoopback(address: string): boolean {
  const bare = address.replace(/^::ffff:/, '');
  return isIP(bare) !== 0 && LOOPBACK.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
}
