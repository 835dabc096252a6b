import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import { describe, expect, it } from 'vitest';
import { checkScope } from './address-guard.ts';

const at = (url: string): TargetSpec => ({ kind: 'openai', name: 'bot', url, model: 'm', timeout_ms: 1_000 });
const NOTHING: ScopeRecord = { allow_private: false };
const PRIVATE: ScopeRecord = { allow_private: true };
const ALLOWED: ScopeRecord = { allow_private: false, allowed_by: 'Asha Rao, owner' };

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
