CREATE TABLE "outreach"."reflections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"week_of" date NOT NULL,
	"campaign" text,
	"at" timestamp(3) with time zone NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outreach"."subject_lines" (
	"campaign" uuid NOT NULL,
	"variant" text NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "subject_lines_campaign_variant_pk" PRIMARY KEY("campaign","variant")
);
--> statement-breakpoint
CREATE INDEX "reflections_week" ON "outreach"."reflections" USING btree ("week_of","at");