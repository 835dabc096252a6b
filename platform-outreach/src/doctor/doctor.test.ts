import { loadConfig } from '@sacred-qa/foundation/config';
import { expect, test } from 'vitest';
import { readDkim } from '../sending/dkim.ts';
import { startDnsServer } from '../testing/dns-server.ts';
import { createDoctorService, type DoctorDeps } from './doctor.service.ts';

const MAIL = { MAIL_FROM: 'Meera <meera@studio.in>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' };
const NOW_MS = Date.parse('2025-10-06T02:30:00Z');

const silent = () => Promise.reject(Object.assign(new Error('offline'), { code: 'ECONNREFUSED' }));

/** `env` as it would stand in `.env.shared`; what a test does not give of the world does not answer. */
async function examine(env: Record<string, string> = {}, world: Partial<DoctorDeps> = {}) {
  const { outreach: config } = loadConfig({ env, rootDir: import.meta.dirname });
  const doctor = createDoctorService({
    ...{ config, clock: { now: () => NOW_MS }, resolver: { resolveTxt: silent } },
    readDkim: () => readDkim(config.dkim),
    ...world,
  });
  const diagnosis = await doctor.examine();
  return {
    status: diagnosis.status,
    checks: Object.fromEntries(diagnosis.checks.map((one) => [one.check, one])),
    text: JSON.stringify(diagnosis),
  };
}

test('with nothing set up each check is skipped with its reason, and what to set', async () => {
  const { status, checks } = await examine();
  expect(status).toBe('pass');
  for (const { status: one, reason } of Object.values(checks)) {
    expect(one).toBe('skip');
    expect(reason).not.toBe('');
  }
  expect(checks.sender?.fix).toContain('MAIL_FROM');
});

test('a sender under a name for examples is asked for nowhere', async () => {
  const dns = await startDnsServer();
  try {
    const { checks } = await examine({ ...MAIL, MAIL_FROM: 'meera@studio.example' }, { resolver: dns.resolver });
    expect(checks.spf?.status).toBe('skip');
    expect(dns.asked).toEqual([]);
  } finally {
    await dns.stop();
  }
});

test('without a network nothing is called a fault, and it is said why', async () => {
  const { status, checks } = await examine(MAIL);
  expect(status).not.toBe('fail');
  expect(checks.spf).toMatchObject({ status: 'skip', reason: expect.stringContaining('is there a network?') });
  expect(checks.dmarc?.status).toBe('skip');
});

test('with a network, each record that is missing fails and says what to publish', async () => {
  const dns = await startDnsServer({ 'studio.in': ['v=spf1 mx -all'] });
  try {
    const { status, checks } = await examine(MAIL, { resolver: dns.resolver });
    expect(status).toBe('fail');
    expect(checks.spf?.status).toBe('pass');
    expect(checks.dkim?.status).toBe('warn');
    expect(checks.dmarc).toMatchObject({ status: 'fail', fix: expect.stringContaining('_dmarc.studio.in') });
  } finally {
    await dns.stop();
  }
});
