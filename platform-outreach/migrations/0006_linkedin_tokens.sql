CREATE TABLE "outreach"."linkedin_tokens" (
	"sha256" text PRIMARY KEY NOT NULL,
	"first_seen_at" timestamp(3) with time zone NOT NULL
);
