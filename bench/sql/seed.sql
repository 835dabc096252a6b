-- What a studio at work holds, so that no plan is made on empty tables: 5,000 declarations with all their rows,
-- and one tree of 100 nodes (node n hangs under node (n - 1) / 3).
\set text '''Check Hinglish greetings, lakh and crore amounts, and Diwali dates before the launch'''
\set request '''{"text":"Check Hinglish greetings, lakh and crore amounts, and Diwali dates before the launch","kind":"micro_audit"}'''
\set hash 'repeat(''5'', 64)'

create temporary table past as
select n, ('01800000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id, now() - n * interval '1 minute' as at
from generate_series(1, 5000) n;

insert into lineage_trees (root_id, node_count, last_event_at, expires_at, head_hash)
select id, 2, at, at + interval '365 days', :hash from past;
insert into request_lineage
  (root_id, seq, parent_seq, depth, agent_name, operation_type, timestamp, duration_ms, success, metadata, leaf_hash, prev_hash)
select id, seq, nullif(seq - 1, -1), seq, case seq when 0 then 'api-gateway' else 'jnana' end, 'micro_audit', at, 0.1, true,
  '{"version":"1"}', :hash, :hash
from past, generate_series(0, 1) seq;
insert into sankalpa (id, root_id, seq, text, kind, status, language, script, source, source_event_id, created_at, updated_at)
select id, id, 0, :text, 'micro_audit', 'active', 'en', 'Latn', 'past', n::text, at, at from past;
insert into qa_logs (id, agent_id, model, device, request_json, response_json, root_id, seq, created_at)
select id, 'jnana', 'rules@1', 'past', :request, '{"verdict":"accepted","language":"en","script":"Latn"}', id, 1, at from past;
insert into sacred_contacts
  (id, endpoint, client, key_id, request_id, request_payload, response_payload, status_code, root_id, seq, created_at)
select id, 'POST /api/v1/sankalpa', 'past', null, id::text, :request, '{"status":"active"}', 201, id, 0, at from past;
insert into event_dedup (source, source_event_id, request_hash, root_id, seq, sankalpa_id)
select 'past', n::text, :hash, id, 0, id from past;

insert into lineage_trees (root_id, node_count, last_event_at, expires_at, head_hash)
values ('01850000-0000-7000-8000-000000000100', 100, now(), now() + interval '365 days', :hash);
insert into request_lineage
  (root_id, seq, parent_seq, depth, agent_name, operation_type, timestamp, duration_ms, success, metadata, leaf_hash, prev_hash)
with recursive node as (
  select 0 as seq, null::int as parent_seq, 0 as depth
  union all
  select child, node.seq, node.depth + 1 from node, generate_series(3 * node.seq + 1, 3 * node.seq + 3) child where child < 100)
select '01850000-0000-7000-8000-000000000100', seq, parent_seq, depth, 'auditor', 'score', now(), 1.234, true,
  jsonb_build_object('version', '1', 'pattern', 'lakh-and-crore', 'verdict', 'pass', 'case', seq), :hash, :hash
from node order by seq;

analyze;
