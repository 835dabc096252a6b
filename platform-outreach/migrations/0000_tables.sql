CREATE SCHEMA "outreach";
--> statement-breakpoint
CREATE TABLE "outreach"."batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign" uuid NOT NULL,
	"name" text NOT NULL,
	"send_at" timestamp(3) with time zone NOT NULL,
	"not_after" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "batches_state" CHECK ("outreach"."batches"."state" in ('planned', 'running', 'done', 'expired', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."bookings" (
	"uid" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"prospect" uuid,
	"message" uuid,
	"attributed_by" text NOT NULL,
	"start_at" timestamp(3) with time zone,
	"end_at" timestamp(3) with time zone,
	"event_type" text,
	"rescheduled_from" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"sealed" "bytea",
	"sealed_for" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."cal_deliveries" (
	"sha256" text PRIMARY KEY NOT NULL,
	"trigger" text NOT NULL,
	"booking_uid" text,
	"received_at" timestamp(3) with time zone NOT NULL,
	"handled_at" timestamp(3) with time zone,
	"sealed" "bytea" NOT NULL,
	"sealed_for" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"week_of" date,
	"zone" text NOT NULL,
	"state" text NOT NULL,
	"spec" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "campaigns_state" CHECK ("outreach"."campaigns"."state" in ('draft', 'planned', 'approved', 'running', 'paused', 'cancelled', 'done'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"prospect" uuid NOT NULL,
	"purpose" text NOT NULL,
	"language" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"given_at" timestamp(3) with time zone NOT NULL,
	"withdrawn_at" timestamp(3) with time zone,
	"recorded_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."copy_scores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign" uuid NOT NULL,
	"iteration" integer NOT NULL,
	"content_hash" text NOT NULL,
	"score" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "copy_scores_score" CHECK ("outreach"."copy_scores"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "outreach"."csv_bases" (
	"prospect" uuid PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."inbound" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox" text NOT NULL,
	"uidvalidity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"message_id_index" text,
	"kind" text NOT NULL,
	"message" uuid,
	"prospect" uuid,
	"sentiment" text,
	"recipient_index" text,
	"received_at" timestamp(3) with time zone NOT NULL,
	"raw_sealed" "bytea",
	"sealed_for" uuid NOT NULL,
	"handled_at" timestamp(3) with time zone,
	CONSTRAINT "inbound_kind" CHECK ("outreach"."inbound"."kind" in ('human-reply', 'auto-reply', 'bounce-hard', 'bounce-soft', 'own-sent-copy', 'unrelated', 'unsubscribe-request'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."links" (
	"message" uuid NOT NULL,
	"position" smallint NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "links_message_position_pk" PRIMARY KEY("message","position")
);
--> statement-breakpoint
CREATE TABLE "outreach"."mailboxes" (
	"name" text PRIMARY KEY NOT NULL,
	"uidvalidity" bigint NOT NULL,
	"last_uid" bigint NOT NULL,
	"modseq" text,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."message_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor" text,
	"at" timestamp(3) with time zone NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	CONSTRAINT "message_events_kind" CHECK ("outreach"."message_events"."kind" in ('open', 'click', 'reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'unsubscribe', 'complaint')),
	CONSTRAINT "message_events_actor" CHECK ("outreach"."message_events"."actor" in ('human', 'proxy', 'prefetch', 'scanner', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign" uuid NOT NULL,
	"batch" uuid NOT NULL,
	"prospect" uuid NOT NULL,
	"step" integer NOT NULL,
	"variant" text NOT NULL,
	"state" text NOT NULL,
	"message_id" text NOT NULL,
	"mime_sealed" "bytea" NOT NULL,
	"sender" text NOT NULL,
	"envelope_from" text NOT NULL,
	"envid" text NOT NULL,
	"recipient_index" text NOT NULL,
	"domain_index" text NOT NULL,
	"send_at" timestamp(3) with time zone NOT NULL,
	"not_after" timestamp(3) with time zone NOT NULL,
	"reserved_at" timestamp(3) with time zone NOT NULL,
	"sending_at" timestamp(3) with time zone,
	"sent_at" timestamp(3) with time zone,
	"leased_by" text,
	"smtp_code" smallint,
	"smtp_status" text,
	"smtp_reply_sealed" "bytea",
	"settled_by" text,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "messages_state" CHECK ("outreach"."messages"."state" in ('reserved', 'sending', 'sent', 'refused', 'in_doubt', 'suppressed', 'expired')),
	CONSTRAINT "messages_step" CHECK ("outreach"."messages"."step" >= 1)
);
--> statement-breakpoint
CREATE TABLE "outreach"."outbox" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "outreach"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source_event_id" text NOT NULL,
	"order_key" text NOT NULL,
	"event" jsonb NOT NULL,
	"traceparent" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp(3) with time zone NOT NULL,
	"delivered_at" timestamp(3) with time zone,
	"lineage_id" text,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "outreach"."person_keys" (
	"owner" uuid PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"link" text,
	"due_at" timestamp(3) with time zone NOT NULL,
	"not_after" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"urn" text,
	"url" text,
	"publishing_at" timestamp(3) with time zone,
	"posted_at" timestamp(3) with time zone,
	"note" text,
	CONSTRAINT "posts_state" CHECK ("outreach"."posts"."state" in ('planned', 'due', 'publishing', 'published', 'in_doubt', 'expired', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."prospects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"prospect_id" text NOT NULL,
	"email_index" text,
	"sealed" "bytea",
	"segment" text DEFAULT '' NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"basis_given" boolean DEFAULT false NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"erased_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prospects_prospect_id_form" CHECK ("outreach"."prospects"."prospect_id" ~ '^[A-Za-z]{1,4}-?[0-9]{1,6}$'),
	CONSTRAINT "prospects_erased_is_empty" CHECK ("outreach"."prospects"."erased_at" is null or ("outreach"."prospects"."sealed" is null and "outreach"."prospects"."email_index" is null))
);
--> statement-breakpoint
CREATE TABLE "outreach"."suppressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_index" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"sealed" "bytea",
	"since" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "suppressions_reason" CHECK ("outreach"."suppressions"."reason" in ('unsubscribed', 'bounced', 'complained', 'erased'))
);
--> statement-breakpoint
CREATE TABLE "outreach"."vault_mark" (
	"fingerprint" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "batches_name" ON "outreach"."batches" USING btree ("campaign","name");--> statement-breakpoint
CREATE INDEX "batches_due" ON "outreach"."batches" USING btree ("state","send_at");--> statement-breakpoint
CREATE INDEX "bookings_prospect" ON "outreach"."bookings" USING btree ("prospect");--> statement-breakpoint
CREATE INDEX "bookings_start" ON "outreach"."bookings" USING btree ("start_at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_name" ON "outreach"."campaigns" USING btree ("name","week_of");--> statement-breakpoint
CREATE INDEX "consents_prospect" ON "outreach"."consents" USING btree ("prospect","given_at");--> statement-breakpoint
CREATE UNIQUE INDEX "copy_scores_iteration" ON "outreach"."copy_scores" USING btree ("campaign","iteration");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_uid" ON "outreach"."inbound" USING btree ("mailbox","uidvalidity","uid");--> statement-breakpoint
CREATE INDEX "inbound_message" ON "outreach"."inbound" USING btree ("message");--> statement-breakpoint
CREATE INDEX "inbound_received" ON "outreach"."inbound" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "message_events_once" ON "outreach"."message_events" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "message_events_message" ON "outreach"."message_events" USING btree ("message","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "outreach"."messages" USING btree ("campaign","prospect","step");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_message_id" ON "outreach"."messages" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_due" ON "outreach"."messages" USING btree ("state","send_at");--> statement-breakpoint
CREATE INDEX "messages_batch" ON "outreach"."messages" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "messages_prospect" ON "outreach"."messages" USING btree ("prospect");--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "outreach"."messages" USING btree ("recipient_index");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_event" ON "outreach"."outbox" USING btree ("source_event_id");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outreach"."outbox" USING btree ("order_key","id") WHERE "outreach"."outbox"."delivered_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_name" ON "outreach"."posts" USING btree ("campaign","name");--> statement-breakpoint
CREATE INDEX "posts_due" ON "outreach"."posts" USING btree ("state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "prospects_prospect_id" ON "outreach"."prospects" USING btree ("prospect_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prospects_email" ON "outreach"."prospects" USING btree ("email_index");--> statement-breakpoint
CREATE UNIQUE INDEX "suppressions_email" ON "outreach"."suppressions" USING btree ("email_index");