ALTER TABLE "outreach"."posts" ADD COLUMN "title" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outreach"."posts" ADD COLUMN "leased_by" text;--> statement-breakpoint
ALTER TABLE "outreach"."posts" ADD COLUMN "next_try_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "outreach"."posts" ADD COLUMN "settled_by" text;