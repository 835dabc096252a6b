import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import { describe, expect, it } from 'vitest';
import { checkScope, classOfAddress } from './address-guard.ts';

const at = (url: string): TargetSpec => ({ kind: 'openai', name: 'bot', url, model: 'm', timeout_ms: 1_000 });
const NOTHING: ScopeRecord = { allow_private: false };
const PRIVATE: ScopeRecord = { allow_private: true };
const ALLOWED: ScopeRecord = { allow_private: false, allowed_by: 'Asha Rao, owner' };

describe('the class of an address', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1.nip.io',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.168.0.1',
    '198.19.255.255',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '0:0:0:0:0:ffff:7f00:1',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::8.8.8.8',
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:db8::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'not an address',
    '',
  ])('%s is private', (address) => {
    expect(classOfAddress(address)).toBe('private');
  });

  it.each(['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'])('%s is loopback', (address) => {
    expect(classOfAddress(address)).toBe('loopback');
  });

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.0.1.1',
    '2606:4700::1111',
    '2001:4860:4860::8888',
    '64:ff9b::8.8.8.8',
  ])('%s is public', (address) => {
    expect(classOfAddress(address)).toBe('public');
  });
});

describe('the check at registration', () => {
  it.each(['http://127.0.0.1:7301/v1', 'http://127.8.8.8/', 'http://[::1]:80/', 'http://localhost:7301/v1'])(
    'lets %s pass without any flag',
    (url) => {
      expect(checkScope(at(url), NOTHING)).toBeNull();
    },
  );

  it.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://127.0.0.1\t/',
    'http:127.0.0.1/',
    'http:\\\\127.0.0.1/',
    'http://0/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[fd00:ec2::254]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.168.1.1/',
    'http://134744072/',
  ])('lets %s pass only with allow_private, whoever allowed it', (url) => {
    expect(checkScope(at(url), NOTHING)?.detail).toContain('--allow-private');
    expect(checkScope(at(url), ALLOWED)?.detail).toContain('--allow-private');
    expect(checkScope(at(url), PRIVATE)).toBeNull();
  });

  it.each(['http://8.8.8.8/', 'https://[2606:4700::1111]/v1'])(
    'lets %s pass only with the record of who allowed it',
    (url) => {
      expect(checkScope(at(url), NOTHING)?.detail).toContain('--allowed-by');
      expect(checkScope(at(url), PRIVATE)?.detail).toContain('--allowed-by');
      expect(checkScope(at(url), ALLOWED)).toBeNull();
    },
  );

  it.each(['https://bot.example/v1', 'http://bot:8080/', 'http://localhost.:80/', 'http://x.localhost/'])(
    'lets the name %s pass with either flag, for its addresses are checked when they are known',
    (url) => {
      expect(checkScope(at(url), NOTHING)?.detail).toContain('--allowed-by');
      expect(checkScope(at(url), PRIVATE)).toBeNull();
      expect(checkScope(at(url), ALLOWED)).toBeNull();
    },
  );

  it('refuses an address that holds a password, for it would be stored', () => {
    const refusal = checkScope(at('http://user:hunter2@127.0.0.1/'), PRIVATE);
    expect(refusal?.detail).toContain('headers_env');
    expect(refusal?.detail).not.toContain('hunter2');
  });

  it('names the address, so that a reader knows what was refused', () => {
    expect(checkScope(at('http://10.1.2.3/'), NOTHING)?.detail).toContain('10.1.2.3');
  });
});
