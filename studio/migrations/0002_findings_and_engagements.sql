CREATE TABLE "engagements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"client" text NOT NULL,
	"scope" text NOT NULL,
	"price_paise" bigint NOT NULL,
	"monthly_users" bigint,
	"loss_per_case_paise" bigint,
	"state" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "engagements_state" CHECK ("engagements"."state" in ('quoted', 'booked', 'delivered', 'paid')),
	CONSTRAINT "engagements_price" CHECK ("engagements"."price_paise" >= 0)
);
--> statement-breakpoint
CREATE TABLE "finding_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"retest_audit_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "retest_of" uuid;--> statement-breakpoint
ALTER TABLE "audits" ADD COLUMN "engagement_id" uuid;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "causes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "finding_events_finding" ON "finding_events" USING btree ("finding_id","id");--> statement-breakpoint
CREATE INDEX "finding_events_tree" ON "finding_events" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "audits_target" ON "audits" USING btree ("target_id","id");--> statement-breakpoint
CREATE INDEX "audits_engagement" ON "audits" USING btree ("engagement_id");