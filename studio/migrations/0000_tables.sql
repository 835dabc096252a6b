CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"sha256" text NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "api_keys_scope" CHECK ("api_keys"."scope" in ('read', 'write', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"audit_id" uuid NOT NULL,
	"case_key" text NOT NULL,
	"conversation" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"pattern_id" text NOT NULL,
	"case_id" text NOT NULL,
	"repeat" integer NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"leased_by" text,
	"lease_until" timestamp(3) with time zone,
	"qa_log_id" uuid,
	"error_code" text,
	"error_detail" text,
	"latency_ms" double precision,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "attempts_audit_id_case_key_conversation_pk" PRIMARY KEY("audit_id","case_key","conversation"),
	CONSTRAINT "attempts_state" CHECK ("attempts"."state" in ('new', 'sent', 'answered', 'scored', 'error', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sankalpa_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"target_id" uuid NOT NULL,
	"target_spec" jsonb NOT NULL,
	"scope" jsonb NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" text NOT NULL,
	"pack_hash" text NOT NULL,
	"pack" jsonb NOT NULL,
	"plan_hash" text NOT NULL,
	"repeats" integer NOT NULL,
	"concurrency" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "audits_state" CHECK ("audits"."state" in ('queued', 'running', 'completed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "event_dedup" (
	"source" text NOT NULL,
	"source_event_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sankalpa_id" uuid NOT NULL,
	CONSTRAINT "event_dedup_source_source_event_id_pk" PRIMARY KEY("source","source_event_id")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audit_id" uuid NOT NULL,
	"pattern_id" text NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"severity" text NOT NULL,
	"advisory" boolean NOT NULL,
	"status" text NOT NULL,
	"status_reason" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "findings_status" CHECK ("findings"."status" in ('open', 'accepted', 'fixed', 'wont_fix', 'false_alarm'))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key_id" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"state" text NOT NULL,
	"status" integer,
	"response" text,
	"content_type" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_key_id_method_path_key_pk" PRIMARY KEY("key_id","method","path","key")
);
--> statement-breakpoint
CREATE TABLE "lineage_tombstones" (
	"root_id" uuid PRIMARY KEY NOT NULL,
	"node_count" integer NOT NULL,
	"head_hash" text NOT NULL,
	"last_event_at" timestamp(3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"removed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lineage_trees" (
	"root_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"node_count" integer NOT NULL,
	"open_runs" integer DEFAULT 0 NOT NULL,
	"last_event_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"hold" boolean DEFAULT false NOT NULL,
	"hold_reason" text,
	"head_hash" text NOT NULL,
	CONSTRAINT "lineage_trees_state" CHECK ("lineage_trees"."state" in ('open', 'sealed')),
	CONSTRAINT "lineage_trees_open_runs" CHECK ("lineage_trees"."open_runs" >= 0)
);
--> statement-breakpoint
CREATE TABLE "live_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"items" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_parents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"source_event_id" text NOT NULL,
	"parent_source" text NOT NULL,
	"parent_source_event_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"declaration" jsonb NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"deadline_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qa_logs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"model" text NOT NULL,
	"device" text NOT NULL,
	"request_json" jsonb NOT NULL,
	"response_json" jsonb,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audit_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"format" text NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_lineage" (
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"parent_seq" integer,
	"depth" integer NOT NULL,
	"agent_name" text NOT NULL,
	"operation_type" text NOT NULL,
	"timestamp" timestamp(3) with time zone NOT NULL,
	"duration_ms" double precision,
	"success" boolean,
	"metadata" jsonb NOT NULL,
	"leaf_hash" text NOT NULL,
	"prev_hash" text NOT NULL,
	CONSTRAINT "request_lineage_root_id_seq_pk" PRIMARY KEY("root_id","seq"),
	CONSTRAINT "request_lineage_one_root" CHECK (("request_lineage"."seq" = 0) = ("request_lineage"."parent_seq" is null)),
	CONSTRAINT "request_lineage_root_depth" CHECK (("request_lineage"."depth" = 0) = ("request_lineage"."parent_seq" is null)),
	CONSTRAINT "request_lineage_parent_first" CHECK ("request_lineage"."parent_seq" < "request_lineage"."seq"),
	CONSTRAINT "request_lineage_depth" CHECK ("request_lineage"."depth" between 0 and 256)
);
--> statement-breakpoint
CREATE TABLE "sacred_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"endpoint" text NOT NULL,
	"client" text NOT NULL,
	"key_id" text,
	"request_id" text NOT NULL,
	"request_payload" jsonb,
	"response_payload" jsonb,
	"status_code" integer NOT NULL,
	"root_id" uuid,
	"seq" integer,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sankalpa" (
	"id" uuid PRIMARY KEY NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"text" text NOT NULL,
	"context" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"language" text NOT NULL,
	"script" text NOT NULL,
	"source" text,
	"source_event_id" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sankalpa_status_known" CHECK ("sankalpa"."status" in ('active', 'in_progress', 'completed', 'abandoned'))
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audit_id" uuid NOT NULL,
	"pattern_id" text NOT NULL,
	"case_id" text NOT NULL,
	"case_key" text NOT NULL,
	"repeat" integer NOT NULL,
	"detector_id" text NOT NULL,
	"detector_version" text NOT NULL,
	"config_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "scores_verdict" CHECK ("scores"."verdict" in ('pass', 'fail', 'unscored'))
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"spec" jsonb NOT NULL,
	"scope" jsonb NOT NULL,
	"capabilities" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_sha256" ON "api_keys" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "attempts_open" ON "attempts" USING btree ("audit_id","state","ordinal");--> statement-breakpoint
CREATE INDEX "audits_plan" ON "audits" USING btree ("plan_hash","id");--> statement-breakpoint
CREATE INDEX "audits_tree" ON "audits" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "event_dedup_tree" ON "event_dedup" USING btree ("root_id");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_once" ON "findings" USING btree ("audit_id","pattern_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_at" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "lineage_trees_expires_at" ON "lineage_trees" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "live_events_order" ON "live_events" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "live_events_at" ON "live_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "pending_parents_event" ON "pending_parents" USING btree ("source","source_event_id");--> statement-breakpoint
CREATE INDEX "pending_parents_parent" ON "pending_parents" USING btree ("parent_source","parent_source_event_id");--> statement-breakpoint
CREATE INDEX "qa_logs_place" ON "qa_logs" USING btree ("root_id","seq");--> statement-breakpoint
CREATE INDEX "qa_logs_agent" ON "qa_logs" USING btree ("agent_id","id");--> statement-breakpoint
CREATE INDEX "request_lineage_children" ON "request_lineage" USING btree ("root_id","parent_seq","seq");--> statement-breakpoint
CREATE INDEX "sacred_contacts_tree" ON "sacred_contacts" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "sankalpa_place" ON "sankalpa" USING btree ("root_id","seq");--> statement-breakpoint
CREATE INDEX "sankalpa_kind" ON "sankalpa" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "sankalpa_status" ON "sankalpa" USING btree ("status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "scores_once" ON "scores" USING btree ("audit_id","case_key","detector_id","detector_version","config_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_name" ON "targets" USING btree ("name");