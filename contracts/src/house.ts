/** What the API tells of the house itself: its health, jobs, keys, store, and the trails it keeps. */
import type { Capabilities, ScopeRecord, TargetSpec } from './target.ts';

export type HealthStatus = 'pass' | 'warn' | 'fail';

export interface CheckView {
  status: HealthStatus;
  detail: string;
  observed?: number;
  unit?: string;
}

export interface HealthView {
  status: HealthStatus;
  version: string;
  at: string;
  checks: Record<string, CheckView>;
}

export interface HouseRunView {
  run_id: string;
  lineage_id: string;
  at: string;
  state: 'active' | 'in_progress' | 'completed' | 'abandoned';
  detail: unknown;
}

export interface JobView {
  name: string;
  cron: string;
  zone: string;
  /** The next three firings. */
  next: string[];
  last: HouseRunView | null;
}

export interface KeyView {
  id: string;
  label: string;
  scope: 'read' | 'write' | 'admin';
  created_at: string;
  revoked_at: string | null;
}

export interface BackupView {
  file: string;
  bytes: number;
  at: string;
}

export interface StoreView {
  kind: string;
  data_dir: string | null;
  server_version: string;
  size_bytes: number;
  counts: Record<string, number>;
  last_backup: BackupView | null;
}

export interface QaLogView {
  id: string;
  agent_id: string;
  model: string;
  device: string;
  request_json: unknown;
  response_json: unknown;
  lineage_id: string;
  created_at: string;
}

export interface ContactView {
  id: string;
  endpoint: string;
  client: string;
  key_id: string | null;
  request_id: string;
  request_payload: unknown;
  response_payload: unknown;
  status_code: number;
  lineage_id: string | null;
  created_at: string;
}

export interface TargetView {
  id: string;
  spec: TargetSpec;
  scope: ScopeRecord;
  capabilities: Capabilities | null;
  created_at: string;
  updated_at: string;
}

export interface PackSummary {
  id: string;
  version: string;
  title: string;
  hash: string;
  repeats: number;
  patterns: number;
  cases: number;
  attempts: number;
}
