ALTER TABLE "attempts" DROP CONSTRAINT "attempts_state";--> statement-breakpoint
ALTER TABLE "audits" DROP CONSTRAINT "audits_state";--> statement-breakpoint
DROP INDEX "attempts_open";--> statement-breakpoint
DROP INDEX "scores_once";--> statement-breakpoint
UPDATE "attempts" SET "answered_at" = null WHERE "state" in ('new', 'sent');--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "request_key" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "reused_from" uuid;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "answer_sha256" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "tokens_in" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "tokens_out" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "tokens_estimated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "options" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "series_hash" text;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "budget" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "price" jsonb;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "pause" jsonb;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "scoring" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "scoring" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "advisory" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "attempts_request" ON "attempts" USING btree ("request_key") WHERE "attempts"."request_key" is not null;--> statement-breakpoint
CREATE INDEX "audits_series" ON "audits" USING btree ("series_hash","id");--> statement-breakpoint
CREATE INDEX "attempts_open" ON "attempts" USING btree ("audit_id","ordinal") WHERE "attempts"."answered_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "scores_once" ON "scores" USING btree ("audit_id","scoring","case_key");--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_state" CHECK ("attempts"."state" in ('new', 'sent', 'answered', 'scored', 'error', 'cancelled', 'skipped'));--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_state" CHECK ("audits"."state" in ('queued', 'running', 'paused', 'completed', 'cancelled'));--> statement-breakpoint
CREATE VIEW "public"."current_scores" AS (select "scores"."id", "scores"."audit_id", "scores"."pattern_id", "scores"."case_id", "scores"."case_key", "scores"."repeat", "scores"."detector_id", "scores"."detector_version", "scores"."config_hash", "scores"."verdict", "scores"."reason", "scores"."evidence", "scores"."created_at", "scores"."scoring", "scores"."advisory" from "scores" inner join "audits" on ("audits"."id" = "scores"."audit_id" and "audits"."scoring" = "scores"."scoring"));